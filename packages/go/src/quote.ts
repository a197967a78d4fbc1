import { characterOfByte, isRawByte, isSurrogate, joinRawBytes, runeOf } from "./bytes.js";
import { isPrint } from "./unicode.js";

/** A character of a literal, as it is or escaped. */
export const LITERAL_CHARACTER = /\\([0-7]{3}|x\p{AHex}{2}|u\p{AHex}{4}|U\p{AHex}{8}|.)|./gsu;
/** Letters of escapes, and at the same places what they stand for. */
const ESCAPE_LETTERS = "abfnrtv";
const ESCAPED = "\x07\b\f\n\r\t\v";

/** Go's strconv.Quote, QuoteRune and those to ASCII: the text between two marks. */
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

/** Go's "%U" of a code point, and "%#U", which shows the character if it can be printed. */
export function unicodeName(rune: number | bigint, digits = 4, showCharacter = true): string {
  const unsigned = BigInt.asUintN(64, BigInt(rune));
  const char = characterOf(Number(unsigned)) ?? "";
  const shown = showCharacter && isPrint(char) ? ` '${char}'` : "";
  return `U+${hex(unsigned, digits).toUpperCase()}${shown}`;
}

/** Go's strconv.CanBackquote: one line without backquotes, control characters or broken bytes. */
export function canBackquote(s: string): boolean {
  return !/(?=\p{ASCII})[^\P{Cc}\t]|[`\ufeff\p{Surrogate}]/u.test(s);
}

/** Go's strconv.Unquote of a string in quotes of any kind, or of a character constant; undefined if its syntax is wrong. */
export function unquote(literal: string): string | undefined {
  const body = literal.slice(1, -1);
  if (literal.startsWith("`")) return body.replaceAll("\r", "");
  let isValid = true;
  const text = body.replace(LITERAL_CHARACTER, (char, sequence: string | undefined) => {
    const value = sequence ? unescaped(sequence, literal) : char;
    if (value === undefined) isValid = false;
    return value ?? "";
  });
  return isValid ? joinRawBytes(text) : undefined;
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
