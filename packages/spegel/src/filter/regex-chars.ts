/** Escapes and character classes of Go's regular expressions. Sets answer for ASCII codes only. */
import { RE2JS } from "re2js";
import type { RegexFault } from "./regex-syntax.js";
import { unicodeClassName } from "./unicode-names.js";

export type CharSet = (code: number) => boolean;

export interface ClassOptions {
  readonly foldCase: boolean;
  /** Collects what has to be written otherwise for re2js. */
  readonly rewrites: Rewrite[];
}

/** Replaces part of an expression. */
export interface Rewrite {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

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
  options: ClassOptions,
  isInBrackets = false,
): Read<{ readonly set: CharSet }> | null {
  if (text[at] !== "\\") return null;
  const perl = perlClasses[text[at + 1] ?? ""];
  if (perl !== undefined) return { set: (code) => perl.test(String.fromCharCode(code)), next: at + 2 };
  return /^\\p/i.test(text.slice(at, at + 2)) ? readUnicodeClass(text, at, options, isInBrackets) : null;
}

/** `[a-z0-9]` and everything else in brackets; `at` is the opening bracket. */
export function readBracketClass(
  text: string,
  at: number,
  options: ClassOptions,
): Read<{ readonly set: CharSet }> {
  const { foldCase } = options;
  const negated = text[at + 1] === "^";
  const sets: CharSet[] = [];
  let next = at + (negated ? 2 : 1);
  for (let first = true; first || text[next] !== "]"; first = false) {
    const item =
      readNamedClass(text, next, foldCase) ??
      readClassEscape(text, next, options, true) ??
      readRange(text, at, next, foldCase);
    if ("code" in item) return item;
    sets.push(item.set);
    next = item.next;
  }
  const has = (code: number) => sets.some((set) => set(code));
  return { set: negated ? (code) => !has(code) : has, next: next + 1 };
}

/** A set widened by case folding: K also stands for k and the Kelvin sign. */
export function foldedSet(has: CharSet): CharSet {
  return (code) => foldsOf(code).some(has);
}

function foldsOf(code: number): number[] {
  const character = String.fromCharCode(code);
  const folds = [character.toLowerCase(), character.toUpperCase()].map((folded) => folded.charCodeAt(0));
  if (character === "k" || character === "K") folds.push(0x212a);
  if (character === "s" || character === "S") folds.push(0x17f);
  return folds;
}

const controls: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

const perlClasses: Readonly<Record<string, RegExp>> = {
  d: /[0-9]/,
  D: /[^0-9]/,
  s: /[\t\n\f\r ]/,
  S: /[^\t\n\f\r ]/,
  w: /[0-9A-Za-z_]/,
  W: /[^0-9A-Za-z_]/,
};

const posixClasses: Readonly<Record<string, RegExp>> = {
  alnum: /[0-9A-Za-z]/,
  alpha: /[A-Za-z]/,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: [:ascii:] holds them
  ascii: /[\x00-\x7f]/,
  blank: /[\t ]/,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: [:cntrl:] is made of them
  cntrl: /[\x00-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[\t-\r ]/,
  upper: /[A-Z]/,
  word: /[0-9A-Za-z_]/,
  xdigit: /[0-9A-Fa-f]/,
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
  const plain: CharSet = (code) => members.test(String.fromCharCode(code));
  const has = fold ? foldedSet(plain) : plain;
  return { set: negation === "^" ? (code) => !has(code) : has, next: end + 2 };
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
  const has: CharSet = (code) => low.point <= code && code <= high.point;
  return { set: fold ? foldedSet(has) : has, next: high.next };
}

function readClassChar(text: string, open: number, at: number): Read<{ readonly point: number }> {
  if (text[at] === "\\") return readEscape(text, at);
  const point = text.codePointAt(at);
  if (point === undefined) return { code: "missing closing ]", part: text.slice(open) };
  return { point, next: at + String.fromCodePoint(point).length };
}

/** re2js knows the Unicode tables; it says which ASCII characters a class holds. */
function readUnicodeClass(
  text: string,
  at: number,
  options: ClassOptions,
  isInBrackets: boolean,
): Read<{ readonly set: CharSet }> {
  const first = characterAt(text, at + 2);
  const close = text.indexOf("}", at);
  if (first === "{" && close === -1) return { code: "invalid character class range", part: text.slice(at) };
  const next = first === "{" ? close + 1 : at + 2 + first.length;
  const given = first === "{" ? text.slice(at + 3, close) : first;
  const name = unicodeClassName(given.replace(/^\^/, ""));
  if (name === null) return { code: "invalid character class range", part: text.slice(at, next) };
  const isNegated = (text[at + 1] === "P") !== given.startsWith("^");
  const inBrackets =
    name === "ASCII" ? `[:${isNegated ? "^" : ""}ascii:]` : `\\${isNegated ? "P" : "p"}{${name}}`;
  options.rewrites.push({ from: at, to: next, text: isInBrackets ? inBrackets : `[${inBrackets}]` });
  const members = RE2JS.compile(`${options.foldCase ? "(?i)" : ""}[${inBrackets}]`);
  return { set: (code) => members.test(String.fromCharCode(code)), next };
}
