/** One `key = value` of an inline table, as written. */
export interface InlineEntry {
  readonly key: string;
  readonly value: string;
}

/** The entries of an inline table `{ a = 1, b = [2, 3] }`, or null when the text is none. */
export function inlineEntries(text: string): InlineEntry[] | null {
  const [, inner] = /^\{(.*)\}$/.exec(text.trim()) ?? [];
  if (inner === undefined) return null;
  const parts = splitOutside(inner, ",").filter((part) => part.trim() !== "");
  const entries = parts.map((part) => splitOutside(part, "="));
  if (entries.some(({ length }) => length < 2)) return null;
  return entries.map(([key = "", ...rest]) => ({ key: key.trim(), value: rest.join("=").trim() }));
}

/** Splits at a separator that stands in no string, list or inner table. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{}]|[,=]/g)) {
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth--;
    else if (token === separator && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}
