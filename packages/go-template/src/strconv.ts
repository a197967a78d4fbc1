import { characterOfByte, isRawByte, isSurrogate, joinRawBytes, runeOf } from "./bytes.js";

const ESCAPE = /\\(?:([0-7]{3})|x(\p{AHex}{2})|u(\p{AHex}{4})|U(\p{AHex}{8})|(.))|./suy;
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
/** Letters of escapes, and at the same places what they stand for. */
const ESCAPE_LETTERS = "abfnrtv";
const ESCAPED = "\x07\b\f\n\r\t\v";

/** strconv.IsPrint. */
export function isPrint(char: string): boolean {
  return PRINTABLE.test(char);
}

/** strconv.Quote, QuoteRune and those to ASCII: the text between two marks. */
export function quote(s: string, ascii = false, mark = '"'): string {
  let quoted = mark;
  for (const char of s) quoted += escapeRune(char, mark, ascii);
  return quoted + mark;
}

function escapeRune(char: string, mark: string, ascii: boolean): string {
  if (char === mark || char === "\\") return `\\${char}`;
  const rune = runeOf(char);
  if ((rune < 0x80 || !ascii) && isPrint(char)) return char;
  const letter = ESCAPE_LETTERS[ESCAPED.indexOf(char)];
  if (letter !== undefined) return `\\${letter}`;
  if (rune < 0x80 || isRawByte(rune)) return `\\x${hex(rune & 0xff, 2)}`;
  return rune < 0x10000 ? `\\u${hex(isSurrogate(rune) ? 0xfffd : rune, 4)}` : `\\U${hex(rune, 8)}`;
}

/** A number in base 16 with at least so many digits. */
export function hex(value: number | bigint, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

/** The character of a code point; undefined if there is none. */
export function characterOf(rune: number | bigint): string | undefined {
  return rune >= 0 && rune <= 0x10ffff && !isSurrogate(Number(rune))
    ? String.fromCodePoint(Number(rune))
    : undefined;
}

/** "%U" of a code point, and "%#U", which shows the character if it can be printed. */
export function unicodeName(rune: number | bigint, digits = 4, showCharacter = true): string {
  const unsigned = BigInt.asUintN(64, BigInt(rune));
  const char = characterOf(unsigned) ?? "";
  const shown = showCharacter && isPrint(char) ? ` '${char}'` : "";
  return `U+${hex(unsigned, digits).toUpperCase()}${shown}`;
}

/** strconv.CanBackquote: one line without backquotes, control characters or broken bytes. */
export function canBackquote(s: string): boolean {
  return !/(?=\p{ASCII})[^\P{Cc}\t]|[`\ufeff\p{Surrogate}]/u.test(s);
}

/** strconv.Unquote of a quoted or raw string; undefined stands for ErrSyntax. */
export function unquote(literal: string): string | undefined {
  const body = literal.slice(1, -1);
  if (literal.startsWith("`")) return body.replaceAll("\r", "");
  if (!body.includes("\\")) return body;
  let text = "";
  for (let at = 0; at < body.length; ) {
    const char = unquoteChar(body, at, '"');
    if (char === undefined) return undefined;
    text += char.text;
    at = char.end;
  }
  return joinRawBytes(text);
}

/** strconv.UnquoteChar: the character or escape at an index, and where it ends. */
export function unquoteChar(s: string, at: number, mark: string): { text: string; end: number } | undefined {
  ESCAPE.lastIndex = at;
  const match = ESCAPE.exec(s) ?? [mark];
  const [char] = match;
  const text = char === mark || char === "\\" ? undefined : unescaped(match, mark);
  return text === undefined ? undefined : { text, end: at + char.length };
}

function unescaped(
  [char, octal, byte, short, long, letter]: readonly string[],
  mark: string,
): string | undefined {
  if (octal || byte) {
    const code = Number(octal ? `0o${octal}` : `0x${byte}`);
    return code > 0xff ? undefined : characterOfByte(code);
  }
  const rune = short ?? long;
  if (rune) return characterOf(Number(`0x${rune}`));
  if (!letter || letter === mark || letter === "\\") return letter ?? char;
  return ESCAPED[ESCAPE_LETTERS.indexOf(letter)];
}

/** An underscore that does not stand between digits, or after a base prefix. */
function strayUnderscore(digit: string): RegExp {
  return new RegExp(`(?<![${digit}]|^[+-]?0[box])_|_(?![${digit}])`, "i");
}

const STRAY_UNDERSCORE = strayUnderscore(String.raw`\d`);
const STRAY_UNDERSCORE_IN_HEX = strayUnderscore(String.raw`\da-f`);

/** The literal without its underscores; undefined if one is out of place. */
function withoutUnderscores(literal: string): string | undefined {
  const stray = /^[+-]?0x/i.test(literal) ? STRAY_UNDERSCORE_IN_HEX : STRAY_UNDERSCORE;
  return stray.test(literal) ? undefined : literal.replaceAll("_", "");
}

/** An integer literal in Go's syntax (base 0), of any size; undefined if it is none. */
export function parseInteger(literal: string): bigint | undefined {
  const [, sign, digits = ""] = /^([+-]?)(\d\w*)$/.exec(literal) ?? [];
  const bare = withoutUnderscores(digits);
  if (!bare) return undefined;
  try {
    // JavaScript reads all bases but the old octal numbers.
    const magnitude = BigInt(bare.replace(/^0(?=\d)/, "0o"));
    return sign === "-" ? -magnitude : magnitude;
  } catch {
    return undefined;
  }
}

/** strconv.ParseFloat(s, 64) of a literal; undefined if the syntax is wrong or the value too large. */
export function parseFloat64(literal: string): number | undefined {
  const bare = withoutUnderscores(literal) ?? "";
  const hex = /^([+-]?)0x([\da-f]*)(?:\.([\da-f]*))?p([+-]?\d+)$/i.exec(bare);
  const value = hex ? hexFloat(hex) : /^[\d.e+-]+$/i.test(bare) ? Number(bare) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** Mantissa × 2^exponent; BigInt rounds the mantissa as Go does, and scaling is exact. */
function hexFloat([, sign, whole = "", fraction = "", exponent = ""]: RegExpExecArray): number {
  if (whole + fraction === "") return Number.NaN;
  const power = Number(exponent) - 4 * fraction.length;
  // In two steps, so that neither factor leaves the range of float64.
  const half = Math.trunc(power / 2);
  const magnitude = Number(BigInt(`0x${whole}${fraction}`)) * 2 ** half * 2 ** (power - half);
  return sign === "-" ? -magnitude : magnitude;
}
