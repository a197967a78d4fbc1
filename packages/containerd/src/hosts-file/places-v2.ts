import type { GoValue } from "../go/value.js";
import type { KeyPart, TomlValue } from "../toml/types.js";
import { DecodeFault, decodeAny, failType, type ScalarRules, type Target } from "./decode-v2.js";
import {
  emptyFields,
  FIELDS,
  type FieldName,
  type FieldSpec,
  type HostFields,
  type HostsFile,
} from "./fields.js";

/** Somewhere in the Go value that go-toml decodes into. */
export interface Place {
  /** The place of a key inside this one; null when there is no such field, and what it holds is ignored. */
  child(name: string): Place | null;
  /** Takes a value. */
  assign(value: TomlValue): void;
  /** A table header passes through here or ends here. */
  enter(): void;
  /** A `[[header]]` ends here. @returns the place of the new table */
  append(): Place;
}

export interface DecodeRules {
  /** Whether the release has a field. */
  reads(field: FieldName): boolean;
  scalars: ScalarRules;
}

/** The struct that parseHostsFile decodes into, as Go prints its type. */
const ROOT_STRUCT =
  'struct { config.hostFileConfig; Server string "toml:\\"server\\""; HostConfigs map[string]config.hostFileConfig "toml:\\"host\\"" }';
const HOST_STRUCT = "config.hostFileConfig";
const SERVER: FieldSpec = { type: "string", goName: "Server", goType: "string" };
const HOSTS_DESCRIPTION = `struct field ${ROOT_STRUCT}.HostConfigs of type map[string]config.hostFileConfig`;

/** Sets a dotted key; unknown fields are passed over. */
export function setKey(start: Place, key: readonly KeyPart[], value: TomlValue): void {
  let place: Place | null = start;
  for (const { name } of key) place = place?.child(name) ?? null;
  place?.assign(value);
}

/** The place of a table header's keys; null when no field takes that table. */
export function enterTable(start: Place, key: readonly KeyPart[], isArray: boolean): Place | null {
  let place: Place | null = start;
  for (const [index, { name }] of key.entries()) {
    place = place.child(name);
    if (place === null) return null;
    if (isArray && index === key.length - 1) return place.append();
    place.enter();
  }
  return place;
}

export function rootPlace(file: HostsFile, rules: DecodeRules): Place {
  const server = textPlace(target(SERVER, ROOT_STRUCT, "string"), rules.scalars, (text) => {
    file.server = text;
  });
  const hosts = hostsPlace(file.hosts, rules);
  const fields = fieldsPlace(file.root, ROOT_STRUCT, rules);
  const child = (name: string) => {
    // go-toml compares field names without regard to case.
    if (name.toLowerCase() === "server") return server;
    return name.toLowerCase() === "host" ? hosts : fields.child(name);
  };
  return { ...fields, child };
}

function hostsPlace(hosts: Map<string, HostFields>, rules: DecodeRules): Place {
  return {
    ...structured({ goKind: "map", description: HOSTS_DESCRIPTION }, rules.scalars, (name) => {
      const fields = hosts.get(name) ?? emptyFields();
      hosts.set(name, fields);
      return fieldsPlace(fields, HOST_STRUCT, rules);
    }),
  };
}

function fieldsPlace(fields: HostFields, struct: string, rules: DecodeRules): Place {
  return structured({ goKind: "struct", description: HOSTS_DESCRIPTION }, rules.scalars, (name) => {
    const field = fieldNamed(name.toLowerCase(), rules);
    return field === null ? null : fieldPlace(fields, field, struct, rules.scalars);
  });
}

function fieldNamed(name: string, rules: DecodeRules): FieldName | null {
  if (!Object.hasOwn(FIELDS, name)) return null;
  const field = name as FieldName; // Object.hasOwn has just said so.
  return rules.reads(field) ? field : null;
}

function fieldPlace(fields: HostFields, field: FieldName, struct: string, rules: ScalarRules): Place {
  const at = (goKind: Target["goKind"]) => target(FIELDS[field], struct, goKind);
  switch (field) {
    case "capabilities":
      return capabilitiesPlace(fields, at("slice"), rules);
    case "ca":
    case "client":
      return anyPlace(
        rules,
        () => fields[field],
        (value) => {
          fields[field] = value;
        },
      );
    case "skip_verify":
      // Finding the field is enough for go-toml to allocate the pointer.
      fields.skipVerify ??= false;
      return boolPlace(at("bool"), rules, (value) => {
        fields.skipVerify = value;
      });
    case "override_path":
      return boolPlace(at("bool"), rules, (value) => {
        fields.overridePath = value;
      });
    case "dial_timeout":
      return textPlace(at("string"), rules, (text) => {
        fields.dialTimeout = text;
      });
    case "header":
      return headerPlace(fields, at("map"), rules);
  }
}

function target(field: FieldSpec, struct: string, goKind: Target["goKind"]): Target {
  return { goKind, description: `struct field ${struct}.${field.goName} of type ${field.goType}` };
}

/** A struct or a map: takes tables, inline ones too. */
function structured(at: Target, rules: ScalarRules, child: Place["child"]): Place {
  const place: Place = {
    child,
    assign(value) {
      if (value.kind !== "inline-table") return failType(value, at, rules);
      for (const entry of value.entries) setKey(place, entry.key, entry.value);
    },
    enter() {},
    append: () => failArrayTable(at),
  };
  return place;
}

/** A string, a boolean or a list: an empty table over it does nothing, keys in it are an error. */
function plain(at: Target, assign: Place["assign"]): Place {
  return {
    child() {
      throw new DecodeFault("toml-type", `unhandled kv part: ${at.goKind}`);
    },
    assign,
    enter() {},
    append: () => failArrayTable(at),
  };
}

function failArrayTable(at: Target): never {
  throw new DecodeFault("toml-type", `toml: cannot decode TOML array table into ${at.description}`);
}

function textPlace(at: Target, rules: ScalarRules, set: (text: string) => void): Place {
  return plain(at, (value) => (value.kind === "string" ? set(value.text) : failType(value, at, rules)));
}

function boolPlace(at: Target, rules: ScalarRules, set: (value: boolean) => void): Place {
  return plain(at, (value) =>
    value.kind === "boolean" ? set(value.text === "true") : failType(value, at, rules),
  );
}

function capabilitiesPlace(fields: HostFields, at: Target, rules: ScalarRules): Place {
  const assign = (value: TomlValue) => {
    if (value.kind !== "array") return failType(value, at, rules);
    fields.capabilities = value.items.map((item) =>
      item.kind === "string" ? item.text : failType(item, { ...at, goKind: "string" }, rules),
    );
  };
  return {
    ...plain(at, assign),
    enter() {
      throw new DecodeFault("toml-type", "toml: cannot store a table in a slice");
    },
    append() {
      fields.capabilities = [...(fields.capabilities ?? []), ""];
      return plain({ ...at, goKind: "string" }, assign);
    },
  };
}

/** `header`: made by its first key, so that an empty `[….header]` leaves it unset; `header = {}` does not. */
function headerPlace(fields: HostFields, at: Target, rules: ScalarRules): Place {
  const place = structured(at, rules, (name) => {
    fields.header ??= new Map();
    return entryPlace(fields.header, name, rules);
  });
  return {
    ...place,
    assign(value) {
      if (value.kind === "inline-table") fields.header ??= new Map();
      place.assign(value);
    },
  };
}

/** An entry of a map of anything: a table header that comes by makes it a table at once. */
function entryPlace(entries: Map<string, GoValue>, name: string, rules: ScalarRules): Place {
  const get = () => entries.get(name) ?? null;
  const place = anyPlace(rules, get, (value) => entries.set(name, value));
  return {
    ...place,
    enter() {
      if (get() === null) entries.set(name, { type: "map", entries: new Map() });
    },
  };
}

/** An `interface{}`. */
function anyPlace(rules: ScalarRules, get: () => GoValue | null, set: (value: GoValue) => void): Place {
  return {
    child(name) {
      const known = lastTable(get());
      const entries = known ?? new Map<string, GoValue>();
      if (known === null) set({ type: "map", entries });
      return entryPlace(entries, name, rules);
    },
    assign: (value) => set(decodeAny(value, rules)),
    enter() {},
    append() {
      const known = get();
      const items = known?.type === "slice" ? known.items : [];
      const entries = new Map<string, GoValue>();
      items.push({ type: "map", entries });
      set({ type: "slice", goType: "[]interface {}", items });
      return { ...anyPlace(rules, () => ({ type: "map", entries }), set) };
    },
  };
}

/** The entries that keys go into: the map itself, or the last one of a list of tables. */
function lastTable(value: GoValue | null): Map<string, GoValue> | null {
  if (value?.type === "map") return value.entries;
  const last = value?.type === "slice" ? value.items.at(-1) : undefined;
  return last?.type === "map" ? last.entries : null;
}
