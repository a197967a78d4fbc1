/** The few TOML values that hosts.toml forms read and write, each on one line, with template actions inside strings. */

const STRING = /'[^'\n]*'|"(?:[^"\\\n]|\\.)*"/;
const STRING_LIST = new RegExp(
  `^\\[\\s*(?:(?:${STRING.source})\\s*(?:,\\s*(?:${STRING.source})\\s*)*,?\\s*)?\\]$`,
);

/** Actions that open or close a block reach beyond their string: what they yield is not one value. */
const CONTROL_ACTION = /\{\{-?\s*(?:if|else|end|range|with|define|block|template|break|continue)\b/;

/** Pattern source of a TOML string on one line. */
export const STRING_PATTERN = STRING.source;

/** The text of a TOML string, or null when the form cannot stand for it. */
export function readString(source: string): string | null {
  if (CONTROL_ACTION.test(source)) return null;
  if (source.startsWith("'") && /^'[^'\n]*'$/.test(source)) return source.slice(1, -1);
  if (!source.startsWith('"') || (source.includes("{{") && source.includes("\\"))) return null;
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === "string" ? value : null;
  } catch {
    return null; // an escape that TOML has and JSON has not
  }
}

/** A list of strings on one line, or null. */
export function readStringList(source: string): string[] | null {
  if (!STRING_LIST.test(source)) return null;
  const items = [...source.matchAll(new RegExp(STRING.source, "g"))].map(([item]) => readString(item));
  return items.every((item) => item !== null) ? items : null;
}

export function readBoolean(source: string): boolean | null {
  return source === "true" ? true : source === "false" ? false : null;
}

export type TomlValue = string | boolean | readonly string[];

/** Writes a value, its strings quoted as in the text that it replaces; single quotes, as Kublr's page has them. */
export function writeValue(value: TomlValue, replaced = "''"): string {
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return writeString(value, replaced);
  return `[${value.map((item) => writeString(item, replaced)).join(", ")}]`;
}

function writeString(text: string, replaced: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: TOML allows no control character in a literal string
  const literal = !/['\u0000-\u0008\u000a-\u001f\u007f]/.test(text);
  const quotes = /['"]/.exec(replaced)?.[0] ?? "'";
  if (literal && (quotes === "'" || /["\\]/.test(text))) return `'${text}'`;
  return JSON.stringify(text).replaceAll("\u007f", "\\u007F");
}
