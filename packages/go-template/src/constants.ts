import { isRawByte, runeOf } from "./bytes.js";
import { parseFloat64, parseInteger, quote, unquoteChar } from "./strconv.js";
import { Complex, float64, int } from "./values.js";

/** What a literal can stand for; of numbers, Go decides by the place it is used in. */
export interface Constant {
  /** The value where no type is asked for; undefined if it overflows int. */
  readonly ideal?: unknown;
  readonly integer?: bigint | undefined;
  readonly float?: number;
}

function fitsInt(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}

/** Reads a number literal, whose token is of the kind; a string is the error text. */
export function parseConstant(literal: string, kind: string): Constant | string {
  if (kind === "'") return charConstant(literal);
  if (kind === "complex") return complexConstant(literal);
  const imaginary = literal.endsWith("i") ? parseFloat64(literal.slice(0, -1)) : undefined;
  if (imaginary !== undefined) return fromComplex(0, imaginary);
  const integer = parseInteger(literal);
  // A sign makes a literal one of int, where there is no 9223372036854775808.
  const limit = 2n ** (literal.startsWith("+") ? 63n : 64n);
  if (integer !== undefined && integer >= -(2n ** 63n) && integer < limit) return integerConstant(integer);
  const float = parseFloat64(literal);
  if (float === undefined) return `illegal number syntax: ${quote(literal)}`;
  return /[.eEpP]/.test(literal) ? floatConstant(float) : `integer overflow: ${quote(literal)}`;
}

function charConstant(literal: string): Constant | string {
  const char = unquoteChar(literal, 1, "'");
  if (char === undefined) return "invalid syntax";
  if (literal.slice(char.end) !== "'") return `malformed character constant: ${literal}`;
  const rune = runeOf(char.text);
  return integerConstant(BigInt(isRawByte(rune) ? rune & 0xff : rune));
}

function integerConstant(value: bigint): Constant {
  const float = Number(value);
  return fitsInt(value) ? { ideal: int(value), integer: value, float } : { float };
}

function floatConstant(float: number): Constant {
  const integer = Number.isInteger(float) && fitsInt(BigInt(float)) ? BigInt(float) : undefined;
  return { ideal: float64(float), integer, float };
}

function fromComplex(re: number, im: number): Constant {
  return { ...(im === 0 && floatConstant(re)), ideal: new Complex(re, im) };
}

const COMPLEX = /^([+-]?(?:0x[\da-f_.]*(?:p[+-]?[\d_]*)?|[\d_.]*(?:e[+-]?[\d_]*)?))([+-].+)i$/i;

/** "1+2i", which Go reads with fmt.Sscan: errors are those of scanning. */
function complexConstant(literal: string): Constant | string {
  const [match, real = "", imaginary = ""] = COMPLEX.exec(literal) ?? [];
  if (match === undefined) return "syntax error scanning complex number";
  const re = parseFloat64(real);
  const im = parseFloat64(imaginary);
  if (re !== undefined && im !== undefined) return fromComplex(re, im);
  return `strconv.ParseFloat: parsing ${quote(re === undefined ? real : imaginary)}: invalid syntax`;
}
