import { fail } from "../errors.js";
import { Complex, float64, floatOf, GoValue, int, kindOf, Typed } from "../values.js";
import { nilSlice, TypedMap } from "./values.js";

/** How nil (null) and literals become values of the types that Sprig's functions take. */
export function convert(constant: unknown, type: string, text: string): unknown {
  if (constant === null) return nilOf(type);
  const number = constant instanceof Complex && constant.im === 0 ? float64(constant.re) : constant;
  const expected = (what: string) => fail(`expected ${what}; found ${text}`);
  switch (type) {
    case "string":
      return undefined;
    case "bool":
      return typeof constant === "boolean" ? constant : undefined;
    case "float64":
      return float64(floatIn(number) ?? expected("float"));
    case "int":
      return int(integerIn(number) ?? expected("integer"));
    case "int64":
      return new Typed(type, integerIn(number) ?? expected("integer"));
    default:
      return fail(`can't handle ${text} for arg of type ${type}`);
  }
}

/** A nil; undefined for the types that have none. */
function nilOf(type: string): unknown {
  if (type.startsWith("[]")) return nilSlice(type);
  if (type.startsWith("map[")) return new TypedMap(type, new Map(), true);
  return type.startsWith("*") ? new GoValue("pointer", type, true) : undefined;
}

/** The number in a constant as a float64. */
function floatIn(constant: unknown): number | undefined {
  switch (kindOf(constant)) {
    case "int":
      return Number(constant);
    case "float":
      return floatOf(constant);
    default:
      return undefined;
  }
}

/** The number in a constant, if it is one that int64 can hold. */
function integerIn(constant: unknown): bigint | undefined {
  const exact = typeof constant === "bigint" ? constant : floatIn(constant);
  const integer = Number.isInteger(exact) || typeof exact === "bigint" ? BigInt(exact ?? 0) : undefined;
  return integer !== undefined && BigInt.asIntN(64, integer) === integer ? integer : undefined;
}
