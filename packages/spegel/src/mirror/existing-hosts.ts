/** What Spegel keeps of a hosts.toml that it found, and put away, before it wrote its own. */
import { tomlTable } from "./toml-text.js";
import { readToml, type TomlTable, type TomlValue } from "./toml-values.js";

export type KeptText = { readonly text: string } | { readonly error: string };

/**
 * 0.0.26 on: every `[host.X]` table in file order, each marshalled anew (keys sorted, comments lost).
 * Root-level keys, hosts by dotted keys or inline, and hosts that only have sub-tables are lost.
 */
export function keptHosts(content: string): KeptText {
  const document = readToml(content);
  if ("error" in document) return document;
  const host = document.root.get("host");
  if (host !== undefined && host.kind !== "table") return { error: cannotDecode("host", host, "a table") };
  const hosts = host?.entries ?? new Map<string, TomlValue>();
  const blocks = document.hostHeaders.flatMap((name) => {
    const table = hosts.get(name);
    return table?.kind === "table" ? [tomlTable(["host", name], table.entries)] : [];
  });
  return { text: blocks.join("\n").trim() };
}

export interface DecodedHosts {
  readonly server: string;
  /** Null when the file has no host. */
  readonly hosts: Map<string, TomlTable> | null;
}

export type DecodedResult = DecodedHosts | { readonly error: string };

/** 0.0.21 to 0.0.25: the file decoded into the fields that Spegel declares; other keys are dropped. */
export function decodedHosts(content: string): DecodedResult {
  const document = readToml(content);
  if ("error" in document) return document;
  const server = document.root.get("server");
  if (server !== undefined && server.kind !== "string")
    return { error: cannotDecode("server", server, "a string") };
  const host = filled(document.root.get("host"));
  if (host === undefined) return { server: server?.text ?? "", hosts: null };
  if (host.kind !== "table") return { error: cannotDecode("host", host, "a table") };
  const hosts = new Map<string, TomlTable>();
  for (const [name, value] of host.entries) {
    if (value.kind !== "table") return { error: cannotDecode(name, value, "a table") };
    const fields = declaredFields(value.entries);
    if ("error" in fields) return fields;
    hosts.set(name, fields.table);
  }
  return { server: server?.text ?? "", hosts };
}

/** In declaration order, with what each must be; capabilities are written even when absent. */
const declared: readonly (readonly [name: string, expected: string, fits: (value: TomlValue) => boolean])[] =
  [
    ["ca", "anything", () => true],
    ["client", "anything", () => true],
    ["override_path", "a boolean", (value) => value.kind === "boolean"],
    ["skip_verify", "a boolean", (value) => value.kind === "boolean"],
    ["header", "a table", (value) => value.kind === "table"],
    ["capabilities", "a list of strings", isStringList],
  ];

function declaredFields(table: TomlTable): { table: TomlTable } | { error: string } {
  const fields: TomlTable = new Map();
  for (const [name, expected, fits] of declared) {
    const value = filled(table.get(name));
    if (value !== undefined && !fits(value)) return { error: cannotDecode(name, value, expected) };
    if (value !== undefined) fields.set(name, value);
    else if (name === "capabilities") fields.set(name, { kind: "array", items: [] });
  }
  return { table: fields };
}

/** A table that a header opens and that stays empty leaves Go's map nil, which is not written. */
function filled(value: TomlValue | undefined): TomlValue | undefined {
  return value?.kind === "table" && value.entries.size === 0 && !value.isEmptyInline ? undefined : value;
}

function isStringList(value: TomlValue): boolean {
  return value.kind === "array" && value.items.every((item) => item.kind === "string");
}

function cannotDecode(name: string, value: TomlValue, expected: string): string {
  return `toml: cannot decode ${value.kind} into ${name}, which is ${expected}`;
}
