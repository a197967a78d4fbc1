/** Writes values as go-toml 2 marshals them: literal strings where possible, sorted keys, tables after values. */
import { compareStrings } from "@lookinglass/go";
import type { TomlTable, TomlValue } from "./toml-values.js";

/** A table with its header, its values and then its sub-tables, each part ending in a newline. */
export function tomlTable(path: readonly string[], table: TomlTable): string {
  return `${tomlHeader(path)}${tomlTableBody(path, sortedEntries(table))}`;
}

/** What follows a table's header. Entries are written in the order given, sub-tables after all values. */
export function tomlTableBody(
  path: readonly string[],
  entries: readonly (readonly [string, TomlValue])[],
): string {
  const values = entries.filter(([, value]) => !isTableLike(value));
  const tables = entries.filter(([, value]) => isTableLike(value));
  const lines = values.map(([key, value]) => `${tomlKey(key)} = ${tomlValue(value)}\n`).join("");
  const blocks = tables.map(([key, value]) => tomlBlock([...path, key], value)).join("\n");
  return `${lines}${lines !== "" && blocks !== "" ? "\n" : ""}${blocks}`;
}

export function tomlHeader(path: readonly string[]): string {
  return `[${path.map(tomlKey).join(".")}]\n`;
}

/** A value on the right of an equals sign. */
function tomlValue(value: TomlValue): string {
  switch (value.kind) {
    case "string":
      return tomlString(value.text);
    case "integer":
    case "boolean":
      return value.value.toString();
    case "float":
      return tomlFloat(value.value);
    case "date":
      return value.text;
    case "array":
      return `[${value.items.map(tomlValue).join(", ")}]`;
    case "table":
      return `{${sortedEntries(value.entries)
        .map(([key, entry]) => `${tomlKey(key)} = ${tomlValue(entry)}`)
        .join(", ")}}`;
  }
}

function tomlKey(key: string): string {
  if (key === "") return "''";
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : tomlString(key);
}

/** In single quotes unless it holds one, or a control character other than tab. */
export function tomlString(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what go-toml quotes for
  if (!/['\x00-\x08\x0a-\x1f\x7f]/.test(text)) return `'${text}'`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what go-toml escapes
  return `"${text.replace(/["\\\x00-\x1f\x7f]/g, escapeCharacter)}"`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return shortEscapes[character] ?? `\\u${code}`;
}

/** strconv's 'f' format: never an exponent, and one decimal for a whole number. */
function tomlFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const size = Math.abs(value);
  return Number.isInteger(size) ? `${sign}${BigInt(size)}.0` : `${sign}${withoutExponent(size)}`;
}

/** Only small fractions reach an exponent here: 1.5e-7 is 0.00000015. */
function withoutExponent(size: number): string {
  const [mantissa = "", exponent] = String(size).split("e-");
  if (exponent === undefined) return mantissa;
  const digits = mantissa.replace(".", "");
  return `0.${"0".repeat(Number(exponent) - 1)}${digits}`;
}

function tomlBlock(path: readonly string[], value: TomlValue): string {
  if (value.kind !== "array") return value.kind === "table" ? tomlTable(path, value.entries) : "";
  const items = value.items.flatMap((item) => (item.kind === "table" ? [sortedEntries(item.entries)] : []));
  return items
    .map((entries) => `[${tomlHeader(path).trimEnd()}]\n${tomlTableBody(path, entries)}`)
    .join("\n");
}

/** Tables, and arrays that hold nothing but tables, get headers of their own. */
function isTableLike(value: TomlValue): boolean {
  if (value.kind === "array")
    return value.items.length > 0 && value.items.every((item) => item.kind === "table");
  return value.kind === "table";
}

function sortedEntries(table: TomlTable): [string, TomlValue][] {
  return [...table].sort(([a], [b]) => compareStrings(a, b));
}
