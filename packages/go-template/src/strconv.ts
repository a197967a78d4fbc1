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

const INTEGER = /^([+-]?)(?:0[bB]([01_]+)|0[oO]([0-7_]+)|0[xX]([\da-fA-F_]+)|0([0-7_]*)|([1-9][\d_]*))$/;
const DECIMAL_FLOAT = /^[+-]?(?=[\d_.]*\d)[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d[\d_]*)?$/;
const HEX_FLOAT = /^([+-]?)0[xX]([\da-fA-F_]*)\.?([\da-fA-F_]*)[pP]([+-]?\d[\d_]*)$/;

/** Underscores of a literal must stand between digits, or after a base prefix. */
function underscoresFit(literal: string): boolean {
  if (!literal.includes("_")) return true;
  const plain = literal.replace(/^[+-]/, "");
  const prefixed = /^0[box]/i.test(plain);
  const hexadecimal = /^0x/i.test(plain);
  const rest = prefixed ? `0${plain.slice(2)}` : plain;
  return !(hexadecimal ? /(?<![\da-fA-F])_|_(?![\da-fA-F])/ : /(?<!\d)_|_(?!\d)/).test(rest);
}

/** An integer literal in Go's syntax (base 0), of any size; undefined if it is none. */
export function parseInteger(literal: string): bigint | undefined {
  const match = INTEGER.exec(literal);
  if (match === null || !underscoresFit(literal)) return undefined;
  const [, sign, binary, octal, hexadecimal, legacyOctal, decimal] = match;
  const [prefix, digits] =
    binary !== undefined
      ? ["0b", binary]
      : octal !== undefined
        ? ["0o", octal]
        : hexadecimal !== undefined
          ? ["0x", hexadecimal]
          : legacyOctal !== undefined
            ? ["0o", legacyOctal || "0"]
            : ["", decimal ?? ""];
  const bare = digits.replaceAll("_", "");
  if (bare === "") return undefined;
  const magnitude = BigInt(prefix + bare);
  return sign === "-" ? -magnitude : magnitude;
}

/** strconv.ParseFloat(s, 64) of a literal; undefined if the syntax is wrong or the value too large. */
export function parseFloat64(literal: string): number | undefined {
  if (!underscoresFit(literal)) return undefined;
  const hexMatch = HEX_FLOAT.exec(literal);
  const value = hexMatch ? hexFloat(hexMatch) : decimalFloat(literal);
  return value === undefined || !Number.isFinite(value) ? undefined : value;
}

function decimalFloat(literal: string): number | undefined {
  return DECIMAL_FLOAT.test(literal) ? Number(literal.replaceAll("_", "")) : undefined;
}

/** Rounds mantissa × 2^exponent to the nearest float64, ties to even. */
function hexFloat([, sign, whole = "", fraction = "", exponent = ""]: RegExpExecArray): number | undefined {
  const fractionDigits = fraction.replaceAll("_", "");
  const digits = whole.replaceAll("_", "") + fractionDigits;
  if (digits === "") return undefined;
  const power = Number(exponent.replaceAll("_", "")) - 4 * fractionDigits.length;
  const magnitude = scaleByPowerOfTwo(BigInt(`0x${digits}`), power);
  return sign === "-" ? -magnitude : magnitude;
}

function scaleByPowerOfTwo(mantissa: bigint, power: number): number {
  if (mantissa === 0n) return 0;
  const bits = mantissa.toString(2).length;
  if (bits + power > 1024) return Number.POSITIVE_INFINITY;
  const keep = Math.min(53, bits + power + 1074);
  if (keep < 0) return 0;
  const drop = bits - keep;
  if (drop <= 0) return scaled(Number(mantissa), power);
  const half = 1n << BigInt(drop - 1);
  const rest = mantissa & ((1n << BigInt(drop)) - 1n);
  let kept = mantissa >> BigInt(drop);
  if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
  return scaled(Number(kept), power + drop);
}

/** value × 2^power in two steps, so that neither factor leaves the range of float64. */
function scaled(value: number, power: number): number {
  const first = Math.max(-1000, Math.min(1000, power));
  return value * 2 ** first * 2 ** (power - first);
}
