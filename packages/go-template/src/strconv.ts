import { characterOfByte, isRawByte, isSurrogate, joinRawBytes, runeOf } from "./bytes.js";
import { fail } from "./errors.js";

/** A character of a literal, as it is or escaped. */
export const CHARACTER = /\\([0-7]{3}|x\p{AHex}{2}|u\p{AHex}{4}|U\p{AHex}{8}|.)|./gsu;
/** Letters of escapes, and at the same places what they stand for. */
const ESCAPE_LETTERS = "abfnrtv";
const ESCAPED = "\x07\b\f\n\r\t\v";

/** strconv.IsPrint. */
export function isPrint(char: string): boolean {
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(char);
}

/** strconv.Quote, QuoteRune and those to ASCII: the text between two marks. */
export function quote(s: string, ascii = false, mark = '"'): string {
  const quoted = s.replace(/[^ -~]|[\\'"]/gu, (char) => {
    if (char === mark || char === "\\") return `\\${char}`;
    const rune = runeOf(char);
    if ((rune < 0x80 || !ascii) && isPrint(char)) return char;
    const letter = ESCAPE_LETTERS[ESCAPED.indexOf(char)];
    if (letter) return `\\${letter}`;
    if (rune < 0x80 || isRawByte(rune)) return `\\x${hex(rune & 0xff, 2)}`;
    return rune < 0x10000 ? `\\u${hex(isSurrogate(rune) ? 0xfffd : rune, 4)}` : `\\U${hex(rune, 8)}`;
  });
  return mark + quoted + mark;
}

/** A number in base 16 with at least so many digits. */
export function hex(value: number | bigint, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

/** The character of a code point; undefined if there is none. */
export function characterOf(rune: number): string | undefined {
  return rune >= 0 && rune <= 0x10ffff && !isSurrogate(rune) ? String.fromCodePoint(rune) : undefined;
}

/** "%U" of a code point, and "%#U", which shows the character if it can be printed. */
export function unicodeName(rune: number | bigint, digits = 4, showCharacter = true): string {
  const unsigned = BigInt.asUintN(64, BigInt(rune));
  const char = characterOf(Number(unsigned)) ?? "";
  const shown = showCharacter && isPrint(char) ? ` '${char}'` : "";
  return `U+${hex(unsigned, digits).toUpperCase()}${shown}`;
}

/** strconv.CanBackquote: one line without backquotes, control characters or broken bytes. */
export function canBackquote(s: string): boolean {
  return !/(?=\p{ASCII})[^\P{Cc}\t]|[`\ufeff\p{Surrogate}]/u.test(s);
}

/** strconv.Unquote of a string in quotes of any kind, or of a character constant. */
export function unquote(literal: string): string {
  const body = literal.slice(1, -1);
  if (literal.startsWith("`")) return body.replaceAll("\r", "");
  const text = body.replace(CHARACTER, (char, sequence: string | undefined) =>
    sequence ? (unescaped(sequence, literal) ?? fail("invalid syntax")) : char,
  );
  return joinRawBytes(text);
}

/** What an escape in a literal stands for, given what follows its backslash. */
function unescaped(sequence: string, literal: string): string | undefined {
  const code = Number(/^\d/.test(sequence) ? `0o${sequence}` : `0x${sequence.slice(1)}`);
  if (sequence.length > 3) return characterOf(code);
  if (sequence.length > 2) return code > 0xff ? undefined : characterOfByte(code);
  // The mark at the end is the one that may be escaped.
  if (sequence === "\\" || literal.endsWith(sequence)) return sequence;
  return ESCAPED[ESCAPE_LETTERS.indexOf(sequence)];
}

/** An underscore that does not stand between digits, or after a base prefix; "e" is a digit only in base 16. */
const STRAY_UNDERSCORE = /(?<![\da-f]|^[+-]?0[box])_|_(?![\da-f])|^[+-]?(?!0x).*(?:_e|e_)/i;

/** The literal without its underscores; empty if one is out of place. */
function withoutUnderscores(literal: string): string {
  return STRAY_UNDERSCORE.test(literal) ? "" : literal.replaceAll("_", "");
}

/** An integer literal in Go's syntax (base 0), of any size; undefined if it is none. */
export function parseInteger(literal: string): bigint | undefined {
  const [, sign, digits = "."] = /^([+-]?)(\d+|0[box][\da-f]+)$/i.exec(withoutUnderscores(literal)) ?? [];
  // JavaScript reads all bases but the old octal numbers.
  const magnitude = digits.replace(/^0(?=\d)/, "0o");
  return Number(magnitude) >= 0 ? BigInt(`${sign}1`) * BigInt(magnitude) : undefined;
}

/** strconv.ParseFloat(s, 64) of a literal: NaN if the syntax is wrong, infinite if the value is too large. */
export function parseFloat64(literal: string): number {
  const bare = withoutUnderscores(literal);
  const [, sign, whole = "", fraction = "", exponent] =
    /^([+-]?)0x([\da-f]*)\.?([\da-f]*)p([+-]?\d+)$/i.exec(bare) ?? [];
  if (!exponent) return Number(/^[\d.e+-]+$/i.test(bare) ? bare : ".");
  // Anything but 0 is infinite from 2000 on.
  const power = Math.min(Number(exponent) - 4 * fraction.length, 2000);
  // In two steps, so that neither factor leaves the range of float64.
  const half = Math.trunc(power / 2);
  return Number(`${sign}1`) * Number(`0x${whole}${fraction}`) * 2 ** half * 2 ** (power - half);
}
