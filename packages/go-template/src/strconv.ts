import { isRawByte, joinRawBytes } from "./bytes.js";

const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
};
const ESCAPE_LETTERS = new Map(
  ["a", "b", "f", "n", "r", "t", "v"].map((letter) => [SIMPLE_ESCAPES[letter] ?? "", `\\${letter}`]),
);

/** strconv.IsPrint. */
export function isPrint(char: string): boolean {
  return PRINTABLE.test(char);
}

/** strconv.Quote, or strconv.QuoteToASCII. */
export function quote(s: string, ascii = false): string {
  return quoteWith(s, '"', ascii);
}

/** strconv.QuoteRune, or strconv.QuoteRuneToASCII. */
export function quoteRune(char: string, ascii = false): string {
  return quoteWith(char, "'", ascii);
}

function quoteWith(s: string, mark: string, ascii: boolean): string {
  let quoted = mark;
  for (const char of s) quoted += escapeRune(char, mark, ascii);
  return quoted + mark;
}

function escapeRune(char: string, mark: string, ascii: boolean): string {
  if (char === mark || char === "\\") return `\\${char}`;
  const rune = char.codePointAt(0) ?? 0;
  if (rune >= 0xd800 && rune <= 0xdfff) return isRawByte(rune) ? `\\x${hex(rune - 0xdc00, 2)}` : "\\ufffd";
  if ((rune < 0x80 || !ascii) && isPrint(char)) return char;
  const letter = ESCAPE_LETTERS.get(char);
  if (letter !== undefined) return letter;
  if (rune < 0x20 || rune === 0x7f) return `\\x${hex(rune, 2)}`;
  return rune < 0x10000 ? `\\u${hex(rune, 4)}` : `\\U${hex(rune, 8)}`;
}

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, "0");
}

/** strconv.CanBackquote: one line without backquotes, control characters or broken bytes. */
export function canBackquote(s: string): boolean {
  for (const char of s) {
    const control = (char < " " && char !== "\t") || char === "\x7f";
    if (control || char === "`" || char === "\ufeff" || /\p{Surrogate}/u.test(char)) return false;
  }
  return true;
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
export function unquoteChar(
  s: string,
  at: number,
  mark: string,
): { text: string; rune: number; end: number } | undefined {
  const rune = s.codePointAt(at);
  if (rune === undefined) return undefined;
  const char = String.fromCodePoint(rune);
  if (char === mark) return undefined;
  if (char !== "\\") return { text: char, rune, end: at + char.length };
  const letter = s[at + 1] ?? "";
  const simple = Object.hasOwn(SIMPLE_ESCAPES, letter) ? SIMPLE_ESCAPES[letter] : undefined;
  if (simple !== undefined) {
    const wrongMark = (letter === "'" || letter === '"') && letter !== mark;
    return wrongMark ? undefined : { text: simple, rune: simple.charCodeAt(0), end: at + 2 };
  }
  return unquoteNumeric(s, at);
}

function unquoteNumeric(s: string, at: number): { text: string; rune: number; end: number } | undefined {
  const match = /^\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3}))/.exec(
    s.slice(at, at + 10),
  );
  if (match === null) return undefined;
  const [all, byte, short, long, octal] = match;
  const end = at + all.length;
  const code =
    octal === undefined ? Number.parseInt(byte ?? short ?? long ?? "", 16) : Number.parseInt(octal, 8);
  if (byte !== undefined || octal !== undefined) {
    if (code > 255) return undefined;
    return { text: String.fromCharCode(code < 0x80 ? code : 0xdc00 + code), rune: code, end };
  }
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return { text: String.fromCodePoint(code), rune: code, end };
}

const INTEGER = /^([+-]?)(0[bB][01_]+|0[oO][0-7_]+|0[xX][\da-fA-F_]+|0[0-7_]*|[1-9][\d_]*)$/;
const DECIMAL_FLOAT = /^[+-]?(?=[\d_.]*\d)[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d[\d_]*)?$/;
const HEX_FLOAT = /^([+-]?)0[xX]([\da-fA-F_]*)(?:\.([\da-fA-F_]*))?[pP]([+-]?\d[\d_]*)$/;
/** An underscore that does not stand between digits, or after a base prefix. */
const STRAY_UNDERSCORE = /(?<!\d|^[+-]?0[bo])_|_(?!\d)/i;
const STRAY_UNDERSCORE_IN_HEX = /(?<![\da-f]|^[+-]?0x)_|_(?![\da-f])/i;

/** The literal without its underscores; undefined if one is out of place. */
function withoutUnderscores(literal: string): string | undefined {
  const stray = /^[+-]?0x/i.test(literal) ? STRAY_UNDERSCORE_IN_HEX : STRAY_UNDERSCORE;
  return stray.test(literal) ? undefined : literal.replaceAll("_", "");
}

/** An integer literal in Go's syntax (base 0), of any size; undefined if it is none. */
export function parseInteger(literal: string): bigint | undefined {
  const [, sign, digits = ""] = INTEGER.exec(literal) ?? [];
  const bare = withoutUnderscores(digits);
  if (!bare) return undefined;
  // JavaScript reads all bases but the old octal numbers.
  const magnitude = BigInt(bare.replace(/^0(?=\d)/, "0o"));
  return sign === "-" ? -magnitude : magnitude;
}

/** strconv.ParseFloat(s, 64) of a literal; undefined if the syntax is wrong or the value too large. */
export function parseFloat64(literal: string): number | undefined {
  const bare = withoutUnderscores(literal);
  if (bare === undefined) return undefined;
  const hex = HEX_FLOAT.exec(bare);
  const value = hex ? hexFloat(hex) : DECIMAL_FLOAT.test(bare) ? Number(bare) : Number.NaN;
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
