import { parseFloat64, parseInteger, quote, unquoteChar } from "./strconv.js";
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
): Constant | string {
  if (kind === "charConstant") return charConstant(literal);
  if (kind === "complex") return complexConstant(literal);
  const imaginary = literal.endsWith("i") ? parseFloat64(literal.slice(0, -1)) : undefined;
  if (imaginary !== undefined) return fromComplex(new Complex(0, imaginary));
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
  if (float === undefined) return `illegal number syntax: ${quote(literal)}`;
  if (!/[.eEpP]/.test(literal)) return `integer overflow: ${quote(literal)}`;
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

function fromComplex(complex: Complex): Constant {
  const parts = complex.im === 0 ? floatConstant(complex.re) : undefined;
  return {
    ideal: complex,
    integer: parts?.integer,
    unsigned: parts?.unsigned,
    float: parts?.float,
    complex,
  };
}

const COMPLEX =
  /^([+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?))([+-].+)i$/;

/** "1+2i", which Go reads with fmt.Sscan: errors are those of scanning. */
function complexConstant(literal: string): Constant | string {
  const [, real = "", imaginary = ""] = COMPLEX.exec(literal) ?? [];
  if (imaginary === "") return "syntax error scanning complex number";
  const re = parseFloat64(real);
  const im = parseFloat64(imaginary);
  if (re !== undefined && im !== undefined) return fromComplex(new Complex(re, im));
  return `strconv.ParseFloat: parsing ${quote(re === undefined ? real : imaginary)}: invalid syntax`;
}
