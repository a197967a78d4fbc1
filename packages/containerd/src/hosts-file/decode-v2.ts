import type { GoValue } from "../go/value.js";
import type { KeyPart, TextRange, TomlScalar, TomlValue } from "../toml/types.js";
import { integerValue, scalarFault } from "../toml/v2/values.js";

export interface ScalarRules {
  leapSecond: boolean;
}

/** Ends a decode as go-toml would; caught in read-v2.ts. */
export class DecodeFault extends Error {
  constructor(
    readonly kind: "toml-syntax" | "toml-type",
    message: string,
    readonly range: TextRange | null = null,
  ) {
    super(message);
  }
}

/** What go-toml writes into a field: how Go calls its kind, and what stands in error texts for it. */
export interface Target {
  goKind: "string" | "bool" | "slice" | "struct" | "map";
  /** "struct field S.F of type T". */
  description: string;
}

/** go-toml's words for the kinds of values. */
const WORDS: Readonly<Record<TomlValue["kind"], string>> = {
  string: "string",
  boolean: "boolean",
  integer: "integer",
  float: "float",
  "date-time": "datetime",
  "local-date-time": "local datetime",
  "local-date": "local date",
  "local-time": "local time",
  array: "array",
  "inline-table": "inline table",
};

/** Fails as go-toml does for a value that a field cannot hold; the value's own faults come first. */
export function failType(value: TomlValue, target: Target, rules: ScalarRules): never {
  if (value.kind !== "array" && value.kind !== "inline-table") checkScalar(value, rules);
  throw new DecodeFault("toml-type", `toml: ${typeMessage(value, target)}`, value);
}

function typeMessage(value: TomlValue, target: Target): string {
  if (value.kind === "boolean") return `cannot assign boolean to a ${value.text}`;
  if (value.kind === "float") return `float cannot be assigned to ${target.goKind}`;
  if (value.kind === "inline-table") return `cannot store inline table in Go type ${target.goKind}`;
  return `cannot decode TOML ${WORDS[value.kind]} into ${target.description}`;
}

function checkScalar(value: TomlScalar, rules: ScalarRules): void {
  const problem = scalarFault(value, rules);
  if (problem !== null) throw new DecodeFault("toml-syntax", `toml: ${problem}`, value);
}

/** A value decoded into an `interface{}`: anything goes that is well formed. */
export function decodeAny(value: TomlValue, rules: ScalarRules): GoValue {
  if (value.kind === "array") {
    const items = value.items.map((item) => decodeAny(item, rules));
    return { type: "slice", goType: "[]interface {}", items };
  }
  if (value.kind === "inline-table") {
    const entries = new Map<string, GoValue>();
    for (const entry of value.entries) setDeep(entries, entry.key, decodeAny(entry.value, rules));
    return { type: "map", entries };
  }
  checkScalar(value, rules);
  return scalarValue(value);
}

/** Puts a value at a dotted key, making the tables between. */
function setDeep(entries: Map<string, GoValue>, key: readonly KeyPart[], value: GoValue): void {
  let table = entries;
  for (const { name } of key.slice(0, -1)) {
    const known = table.get(name);
    const next = known?.type === "map" ? known : ({ type: "map", entries: new Map() } as const);
    table.set(name, next);
    table = next.entries;
  }
  table.set(key.at(-1)?.name ?? "", value);
}

const TIME_TYPES: ReadonlyMap<string, string> = new Map([
  ["date-time", "time.Time"],
  ["local-date-time", "toml.LocalDateTime"],
  ["local-date", "toml.LocalDate"],
  ["local-time", "toml.LocalTime"],
]);

function scalarValue(value: TomlScalar): GoValue {
  switch (value.kind) {
    case "string":
      return { type: "string", value: value.text };
    case "boolean":
      return { type: "bool", value: value.text === "true" };
    case "integer":
      return { type: "int64", value: integerValue(value.text) ?? 0n };
    case "float":
      return { type: "float64", value: floatValue(value.text) };
    default:
      return { type: "time", goType: TIME_TYPES.get(value.kind) ?? value.kind, text: value.text };
  }
}

function floatValue(text: string): number {
  const cleaned = text.replaceAll("_", "");
  return /inf$/.test(cleaned) ? (cleaned.startsWith("-") ? -Infinity : Infinity) : Number(cleaned);
}
