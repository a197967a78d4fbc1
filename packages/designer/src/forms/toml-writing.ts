import { ACTION_FILL, maskActions } from "./hosts-mask.js";
import { BARE_KEY, FILLED_OR_NOT, type TomlValue } from "./toml-values.js";

/** Writes a value, its strings quoted as in the text that it replaces; single quotes, as Kublr's page has them. */
export function writeValue(value: TomlValue, replaced = "''"): string {
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return writeString(value, replaced);
  if ("pairs" in value) {
    const pairs = value.pairs.map(
      ([name, item]) => `${writeKey(name, replaced)} = ${writeValue(item, replaced)}`,
    );
    return pairs.length > 0 ? `{ ${pairs.join(", ")} }` : "{}";
  }
  return `[${value.map((item) => writeValue(item, replaced)).join(", ")}]`;
}

/** Writes a key: bare where TOML allows it. */
export function writeKey(name: string, replaced = "''"): string {
  return BARE_KEY.test(name) ? name : writeString(name, replaced);
}

function writeString(text: string, replaced: string): string {
  const { masked } = maskActions(text);
  const plain = masked.replaceAll(ACTION_FILL, "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: TOML allows no control character in a literal string
  const literal = !/['\u0000-\u0008\u000a-\u001f\u007f]/.test(plain);
  const quotes = /['"]/.exec(replaced)?.[0] ?? "'";
  if (literal && (quotes === "'" || /["\\]/.test(plain))) return `'${text}'`;
  const parts = [...masked.matchAll(FILLED_OR_NOT)].map(({ 0: part, index }) => {
    const written = text.slice(index, index + part.length);
    return part.startsWith(ACTION_FILL) ? written : encodeString(written);
  });
  return `"${parts.join("")}"`;
}

function encodeString(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll("\u007f", "\\u007F");
}
