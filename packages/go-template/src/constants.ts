import { isRawByte, LITERAL_CHARACTER, quote, runeOf, unquote } from "@lookinglass/go";
import { fail } from "./errors.js";
import { NUMBER } from "./lex.js";
import { parseFloat64, parseInteger } from "./strconv.js";
import { Complex, compact, float64 } from "./values.js";

/** The value of a number literal, whose token is of the kind, as nodes hold it. */
export function parseNumber(literal: string, kind: string): unknown {
  if (kind === "'") return charConstant(literal);
  if (kind === "complex") return complexConstant(literal);
  const imaginary = literal.endsWith("i") ? parseFloat64(literal.slice(0, -1)) : Number.NaN;
  if (Number.isFinite(imaginary)) return new Complex(0, imaginary);
  const integer = parseInteger(literal);
  // A sign makes a literal one of int, where there is no 9223372036854775808.
  const limit = 2n ** (literal.startsWith("+") ? 63n : 64n);
  if (integer !== undefined && integer >= -(2n ** 63n) && integer < limit) return compact(integer);
  const float = parseFloat64(literal);
  if (!Number.isFinite(float)) fail(`illegal number syntax: ${quote(literal)}`);
  return /[.ep]/i.test(literal) ? float64(float) : fail(`integer overflow: ${quote(literal)}`);
}

function charConstant(literal: string): number {
  const [char = ""] = literal.slice(1, -1).match(LITERAL_CHARACTER) ?? [];
  const text = unquote(`'${char}'`) || fail("invalid syntax");
  if (literal !== `'${char}'`) fail(`malformed character constant: ${literal}`);
  const rune = runeOf(text);
  return isRawByte(rune) ? rune & 0xff : rune;
}

/** "1+2i", which Go reads with fmt.Sscan: errors are those of scanning. */
function complexConstant(literal: string): Complex {
  const [real = ""] = NUMBER.exec(literal) ?? [];
  const parts = [real, literal.slice(real.length, -1)];
  if (parts.some((part) => /^[+-]?0[bo]|i$/i.test(part))) fail("syntax error scanning complex number");
  const [re = 0, im = 0] = parts.map((part) => {
    const value = parseFloat64(part);
    if (Number.isFinite(value)) return value;
    const problem = value ? "value out of range" : "invalid syntax";
    return fail(`strconv.ParseFloat: parsing ${quote(part)}: ${problem}`);
  });
  return new Complex(re, im);
}
