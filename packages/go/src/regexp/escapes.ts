/** Escapes of Go's regular expressions (parseEscape, parseUnicodeClass, parsePerlClassEscape). */
import { type CharSet, inverse, propertySet, type Range, rangeSet } from "./char-set.js";
import { checkUtf8, type Reader, RegexpFault } from "./reader.js";
import { unicodeProperty } from "./unicode-names.js";

const CONTROLS: ReadonlyMap<string, number> = new Map([
  ["a", 7],
  ["f", 12],
  ["n", 10],
  ["r", 13],
  ["t", 9],
  ["v", 11],
]);
const MAX_RUNE = 0x10ffff;

/** `\n`, `\x41`, `\.` and the like; the next character is the backslash. */
export function readEscape(reader: Reader): number {
  const start = reader.at;
  reader.at++;
  if (reader.isDone) throw new RegexpFault("trailing backslash at end of expression", "");
  const rune = reader.rune();
  const value = escapeValue(reader, rune, rune < 0x80 ? String.fromCodePoint(rune) : "");
  if (value === undefined) throw new RegexpFault("invalid escape sequence", reader.since(start));
  return value;
}

function escapeValue(reader: Reader, rune: number, char: string): number | undefined {
  if (char === "x") return readHex(reader);
  if (/^[0-7]$/.test(char)) return readOctal(reader, char);
  if (/^[^\dA-Za-z]$/.test(char)) return rune;
  return CONTROLS.get(char);
}

/** One to three octal digits; a single one must be 0, as others look like back-references. */
function readOctal(reader: Reader, first: string): number | undefined {
  const digits = first + (reader.match(/[0-7]{0,2}/y)?.[0] ?? "");
  if (digits.length === 1 && first !== "0") return undefined;
  reader.at += digits.length - 1;
  return Number.parseInt(digits, 8);
}

/** After `\x`: two hexadecimal digits, or any number of them in braces. */
function readHex(reader: Reader): number | undefined {
  if (reader.isDone) return undefined;
  const first = reader.rune();
  if (first === 0x7b) return readBracedHex(reader);
  const [high, low] = [hexValue(first), hexValue(reader.rune())];
  return high === undefined || low === undefined ? undefined : high * 16 + low;
}

/** Stops at the first character that does not fit. */
function readBracedHex(reader: Reader): number | undefined {
  let value = 0;
  for (let count = 0; !reader.isDone; count++) {
    const rune = reader.rune();
    if (rune === 0x7d) return count > 0 ? value : undefined;
    const digit = hexValue(rune);
    if (digit === undefined) return undefined;
    value = value * 16 + digit;
    if (value > MAX_RUNE) return undefined;
  }
  return undefined;
}

function hexValue(rune: number): number | undefined {
  const char = String.fromCodePoint(rune);
  return /^[\da-fA-F]$/.test(char) ? Number.parseInt(char, 16) : undefined;
}

const PERL_CLASSES: ReadonlyMap<string, readonly Range[]> = new Map([
  ["d", [[0x30, 0x39]]],
  [
    "s",
    [
      [9, 10],
      [12, 13],
      [32, 32],
    ],
  ],
  [
    "w",
    [
      [0x30, 0x39],
      [0x41, 0x5a],
      [0x5f, 0x5f],
      [0x61, 0x7a],
    ],
  ],
]);

/** `\d`, `\S`, `\pL`, `\P{Greek}`; null where no class starts. */
export function readClassEscape(reader: Reader, fold: boolean): CharSet | null {
  if (reader.peek() !== "\\") return null;
  const letter = reader.peek(1);
  const lower = letter.toLowerCase();
  if (lower === "p") return readProperty(reader, fold);
  const ranges = PERL_CLASSES.get(lower);
  if (ranges === undefined) return null;
  reader.at += 2;
  const set = rangeSet(ranges, fold);
  return letter === lower ? set : inverse(set);
}

function readProperty(reader: Reader, fold: boolean): CharSet {
  const start = reader.at;
  const letter = reader.peek(1);
  reader.at += 2;
  const first = reader.at;
  reader.rune();
  const name = reader.since(first) === "{" ? readBracedName(reader, start) : reader.since(first);
  const property = unicodeProperty(name.replace(/^\^/, ""));
  if (property === undefined) throw new RegexpFault("invalid character class range", reader.since(start));
  const set = propertySet(property, fold);
  return (letter === "P") === name.startsWith("^") ? set : inverse(set);
}

function readBracedName(reader: Reader, start: number): string {
  const end = reader.text.indexOf("}", reader.at);
  if (end < 0) {
    checkUtf8(reader.text.slice(start));
    throw new RegexpFault("invalid character class range", reader.text.slice(start));
  }
  const name = reader.text.slice(reader.at, end);
  checkUtf8(name);
  reader.at = end + 1;
  return name;
}
