/** Escapes and character classes of Go's regular expressions. */
import type { RegexFault } from "./regex-syntax.js";
import { unicodeProperty } from "./unicode-names.js";

/** Whether a set holds a character, by its code point. */
export type CharSet = (code: number) => boolean;

/** What stands at a place in the expression, and where the text goes on. */
export type Read<T> = (T & { readonly next: number }) | RegexFault;

/** `\n`, `\x41`, `\.` and the like at `at`, which is a backslash. */
export function readEscape(text: string, at: number): Read<{ readonly point: number }> {
  const point = text.codePointAt(at + 1);
  if (point === undefined) return { code: "trailing backslash at end of expression", part: "" };
  const character = String.fromCodePoint(point);
  const next = at + 1 + character.length;
  const control = controls[character];
  if (control !== undefined) return { point: control, next };
  if (point < 0x80 && !/[0-9A-Za-z]/.test(character)) return { point, next };
  if (character === "x") return readHex(text, at, next);
  const octal = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(text.slice(at + 1, at + 4))?.[0];
  if (octal !== undefined) return { point: Number.parseInt(octal, 8), next: at + 1 + octal.length };
  return { code: "invalid escape sequence", part: text.slice(at, next) };
}

/** `\d`, `\S`, `\pL`, `\P{Greek}` at `at`; null when something else stands there. */
export function readClassEscape(
  text: string,
  at: number,
  foldCase: boolean,
): Read<{ readonly set: CharSet }> | null {
  if (text[at] !== "\\") return null;
  const letter = text[at + 1] ?? "";
  const perl = perlClasses[letter.toLowerCase()];
  if (perl !== undefined) {
    return { set: negatedIf(letter !== letter.toLowerCase(), setOf(perl, foldCase)), next: at + 2 };
  }
  return letter.toLowerCase() === "p" ? readUnicodeClass(text, at, foldCase) : null;
}

/** `[a-z0-9]` and everything else in brackets; `at` is the opening bracket. */
export function readBracketClass(
  text: string,
  at: number,
  foldCase: boolean,
): Read<{ readonly set: CharSet }> {
  const negated = text[at + 1] === "^";
  const sets: CharSet[] = [];
  let next = at + (negated ? 2 : 1);
  for (let first = true; first || text[next] !== "]"; first = false) {
    const item =
      readNamedClass(text, next, foldCase) ??
      readClassEscape(text, next, foldCase) ??
      readRange(text, at, next, foldCase);
    if ("code" in item) return item;
    sets.push(item.set);
    next = item.next;
  }
  const has = (code: number) => sets.some((set) => set(code));
  return { set: negatedIf(negated, has), next: next + 1 };
}

/** One character, or with case folding all that differ from it by case only: K is also k and the Kelvin sign. */
export function literalSet(point: number, foldCase: boolean): CharSet {
  return foldCase ? rangeSet(point, point, true) : (code) => code === point;
}

function rangeSet(low: number, high: number, foldCase: boolean): CharSet {
  if (!foldCase) return (code) => low <= code && code <= high;
  return setOf(`\\u{${low.toString(16)}}-\\u{${high.toString(16)}}`, true);
}

/** JavaScript tests single characters: it has the Unicode tables, and folds case as Go does. */
function setOf(members: string, foldCase: boolean): CharSet {
  const regex = new RegExp(`^[${members}]$`, foldCase ? "iu" : "u");
  return (code) => regex.test(String.fromCodePoint(code));
}

function negatedIf(isNegated: boolean, has: CharSet): CharSet {
  return isNegated ? (code) => !has(code) : has;
}

const controls: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** Members as a JavaScript class has them; so are those of posixClasses. */
const perlClasses: Readonly<Record<string, string>> = {
  d: "0-9",
  s: "\\t\\n\\f\\r ",
  w: "0-9A-Za-z_",
};

const posixClasses: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\0-\\x7f",
  blank: "\\t ",
  cntrl: "\\0-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`\\{-~",
  space: "\\t-\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};

/** After `\x`: two hexadecimal digits, or any number of them in braces. */
function readHex(text: string, at: number, start: number): Read<{ readonly point: number }> {
  const two = /^[0-9a-fA-F]{2}/.exec(text.slice(start, start + 2))?.[0];
  if (two !== undefined) return { point: Number.parseInt(two, 16), next: start + 2 };
  // Go stops reading, and ends the part that it names, at the first character that does not fit.
  if (text[start] !== "{")
    return invalidHex(text, at, start + [...text.slice(start, start + 4)].slice(0, 2).join("").length);
  let point = 0;
  for (let i = start + 1; i < text.length; i++) {
    const digit = Number.parseInt(text[i] ?? "", 16);
    if (text[i] === "}" && i > start + 1) return { point, next: i + 1 };
    point = point * 16 + digit;
    if (Number.isNaN(digit) || point > 0x10ffff) return invalidHex(text, at, i + characterAt(text, i).length);
  }
  return invalidHex(text, at, text.length);
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? "" : String.fromCodePoint(point);
}

function invalidHex(text: string, at: number, end: number): RegexFault {
  return { code: "invalid escape sequence", part: text.slice(at, end) };
}

/** `[:alpha:]` inside brackets. */
function readNamedClass(text: string, at: number, fold: boolean): Read<{ readonly set: CharSet }> | null {
  const end = text.startsWith("[:", at) ? text.indexOf(":]", at + 2) : -1;
  if (end === -1) return null;
  const [, negation, name = ""] = /^(\^?)(.*)$/s.exec(text.slice(at + 2, end)) ?? [];
  const members = Object.hasOwn(posixClasses, name) ? posixClasses[name] : undefined;
  if (members === undefined) return { code: "invalid character class range", part: text.slice(at, end + 2) };
  return { set: negatedIf(negation === "^", setOf(members, fold)), next: end + 2 };
}

/** `a` or `a-z` inside brackets. */
function readRange(text: string, open: number, at: number, fold: boolean): Read<{ readonly set: CharSet }> {
  const low = readClassChar(text, open, at);
  if ("code" in low) return low;
  const isRange = text[low.next] === "-" && low.next + 1 < text.length && text[low.next + 1] !== "]";
  const high = isRange ? readClassChar(text, open, low.next + 1) : low;
  if ("code" in high) return high;
  if (high.point < low.point) {
    return { code: "invalid character class range", part: text.slice(at, high.next) };
  }
  return { set: rangeSet(low.point, high.point, fold), next: high.next };
}

function readClassChar(text: string, open: number, at: number): Read<{ readonly point: number }> {
  if (text[at] === "\\") return readEscape(text, at);
  const point = text.codePointAt(at);
  if (point === undefined) return { code: "missing closing ]", part: text.slice(open) };
  return { point, next: at + String.fromCodePoint(point).length };
}

function readUnicodeClass(text: string, at: number, foldCase: boolean): Read<{ readonly set: CharSet }> {
  const first = characterAt(text, at + 2);
  const close = text.indexOf("}", at);
  if (first === "{" && close === -1) return { code: "invalid character class range", part: text.slice(at) };
  const next = first === "{" ? close + 1 : at + 2 + first.length;
  const given = first === "{" ? text.slice(at + 3, close) : first;
  const property = unicodeProperty(given.replace(/^\^/, ""));
  if (property === null) return { code: "invalid character class range", part: text.slice(at, next) };
  const isNegated = (text[at + 1] === "P") !== given.startsWith("^");
  return { set: negatedIf(isNegated, setOf(`\\p{${property}}`, foldCase)), next };
}
