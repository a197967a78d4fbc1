import { parseFloat64, parseInteger, unquoteChar } from "./strconv.js";
import { Complex, float64, int } from "./values.js";

/** What a number literal can stand for; Go decides by the place it is used in. */
export interface Constant {
  /** The value where no type is asked for; undefined if it overflows int. */
  readonly ideal: unknown;
  readonly integer: bigint | undefined;
  readonly unsigned: bigint | undefined;
  readonly float: number | undefined;
  readonly complex: Complex | undefined;
}

const MAX_INT64 = (1n << 63n) - 1n;
const MIN_INT64 = -(1n << 63n);
const MAX_UINT64 = (1n << 64n) - 1n;

/** Reads a character constant, a number or an imaginary or complex number; a string is the error text. */
export function parseConstant(
  literal: string,
  kind: "charConstant" | "complex" | "number",
  quoted: (s: string) => string,
): Constant | string {
  if (kind === "charConstant") return charConstant(literal);
  const complex = kind === "complex" || literal.endsWith("i") ? parseComplex(literal) : undefined;
  if (complex !== undefined) return complexConstant(complex);
  const value = parseInteger(literal);
  if (
    value !== undefined &&
    value >= MIN_INT64 &&
    value <= MAX_UINT64 &&
    !isSignedBeyondInt(literal, value)
  ) {
    return integerConstant(value);
  }
  const float = parseFloat64(literal);
  if (float === undefined) return `illegal number syntax: ${quoted(literal)}`;
  if (!/[.eEpP]/.test(literal)) return `integer overflow: ${quoted(literal)}`;
  return floatConstant(float);
}

/** "+9223372036854775808" is neither a uint literal (it has a sign) nor an int. */
function isSignedBeyondInt(literal: string, value: bigint): boolean {
  return literal.startsWith("+") && value > MAX_INT64;
}

function charConstant(literal: string): Constant | string {
  const char = unquoteChar(literal, 1, "'");
  if (char === undefined) return "invalid syntax";
  if (literal.slice(char.end) !== "'") return `malformed character constant: ${literal}`;
  return integerConstant(BigInt(char.rune));
}

function integerConstant(value: bigint): Constant {
  const fitsInt = value <= MAX_INT64;
  return {
    ideal: fitsInt ? int(value) : undefined,
    integer: fitsInt ? value : undefined,
    unsigned: value >= 0n ? value : undefined,
    float: Number(value),
    complex: undefined,
  };
}

function floatConstant(float: number): Constant {
  const whole = Number.isInteger(float) ? BigInt(float) : undefined;
  return {
    ideal: float64(float),
    integer: whole !== undefined && whole >= MIN_INT64 && whole <= MAX_INT64 ? whole : undefined,
    unsigned: whole !== undefined && whole >= 0n && whole <= MAX_UINT64 ? whole : undefined,
    float,
    complex: undefined,
  };
}

function complexConstant(complex: Complex): Constant {
  const parts = complex.im === 0 ? floatConstant(complex.re) : undefined;
  return {
    ideal: complex,
    integer: parts?.integer,
    unsigned: parts?.unsigned,
    float: parts?.float,
    complex,
  };
}

/** "3i", "1+2i", "-1.5e3-2i". */
function parseComplex(literal: string): Complex | undefined {
  const body = literal.slice(0, -1);
  const [, real, imaginary = body] = /^(.+?)(?<![eEpP])([+-].*)$/.exec(body) ?? [];
  const re = real === undefined ? 0 : parseFloat64(real);
  const im = parseFloat64(imaginary);
  return re === undefined || im === undefined ? undefined : new Complex(re, im);
}
