import type { MirrorHeader } from "@lookinglass/designer";

/** What RFC 9110 calls a token. */
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const NAME = new RegExp(`^${TOKEN}$`);
const LINE = new RegExp(`^(${TOKEN}):[ \\t]*(.*)$`);

/** What is wrong with the name of a header, in words; null: nothing. */
export function nameFault(name: string, others: readonly MirrorHeader[]): string | null {
  if (name === "") return "A header needs a name, such as X-Team.";
  if (!NAME.test(name)) {
    const [wrong = ""] = name.match(new RegExp(`[^${TOKEN.slice(1, -2)}]`, "u")) ?? [];
    const word = wrong === " " ? "a space" : wrong === ":" ? "a colon" : `“${wrong}”`;
    return `A header's name is one word of letters, digits and hyphens: ${word} cannot be part of it.`;
  }
  const same = others.find((header) => header.name.toLowerCase() === name.toLowerCase());
  return same ? `${same.name} is here already: change its value.` : null;
}

/** What is wrong with the value of a header, in words; null: nothing. */
export function valueFault(value: string): string | null {
  if (value === "") return "A header needs a value.";
  // Tabs may be part of it.
  return /[^\t\P{Cc}]/u.test(value) ? "A header's value is one line without control characters." : null;
}

/** A header as people write it, "Name: value", also as an argument of curl; null: it is none. */
export function readHeader(text: string): MirrorHeader | null {
  const bare = text.trim().replace(/^(?:-H|--header)[ =]*/, "");
  const unquoted = /^(["'])(.*)\1$/s.exec(bare)?.[2] ?? bare;
  const [, name, value = ""] = LINE.exec(unquoted.trim()) ?? [];
  return name === undefined || value === "" ? null : { name, values: [value.trim()] };
}

/** As many headers as a text has lines; null: one of them is none. */
export function readHeaders(text: string): readonly MirrorHeader[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const headers = lines.flatMap((line) => readHeader(line) ?? []);
  return headers.length > 0 && headers.length === lines.length ? headers : null;
}
