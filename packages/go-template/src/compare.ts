import { toByteString } from "@lookinglass/go";
import { fail } from "./errors.js";
import { sprintf } from "./fmt/print.js";
import type { Budget } from "./limits.js";
import { Complex, floatOf, integerOf, isNil, kindOf, typeOf, unwrap } from "./values.js";

/** A basic value as one that JavaScript compares as Go does; undefined for all others, nil included. */
export function basicValue(value: unknown): bigint | number | string | undefined {
  switch (kindOf(value)) {
    case "bool":
      return Number(value);
    case "int":
      return BigInt(integerOf(value));
    case "float":
      return floatOf(value);
    case "string":
      return toByteString(String(value));
    default:
      return value instanceof Complex ? `${value.re} ${value.im}` : undefined;
  }
}

/** text/template's eq: whether the first value equals any of the others. */
export function equalsAny([first, ...others]: readonly unknown[], budget: Budget): boolean {
  if (others.length === 0) fail("missing argument for comparison");
  const a = unwrap(first);
  return others.some((other) => equals(a, unwrap(other), budget));
}

function equals(a: unknown, b: unknown, budget: Budget): boolean {
  const left = basicValue(a);
  const right = basicValue(b);
  const isBasic = left !== undefined || right !== undefined;
  if (a !== null && b !== null && kindOf(a) !== kindOf(b)) {
    if (isBasic) incompatible(a, b);
    fail(sprintf([`non-comparable types %s: ${typeOf(a)}, ${typeOf(b)}: %v`, a, b], budget));
  }
  if (isBasic) return left === right;
  if (isNil(a) || isNil(b)) return isNil(a) && isNil(b);
  if (kindOf(a) === "pointer") return a === b;
  if (kindOf(a) === "struct") return sprintf(["%#v", a], budget) === sprintf(["%#v", b], budget);
  return fail(sprintf([`non-comparable type %s: ${typeOf(b)}`, b], budget));
}

/** text/template's lt. */
export function isLess([first, second]: readonly unknown[]): boolean {
  const a = unwrap(first);
  const b = unwrap(second);
  const left = basicValue(a);
  const right = basicValue(b);
  const kind = kindOf(a);
  const isSame = kind === kindOf(b);
  if (left === undefined || right === undefined || (isSame && /bool|complex/.test(kind))) {
    return fail("invalid type for comparison");
  }
  return isSame ? left < right : incompatible(a, b);
}

/** text/template's le: less, or else equal. */
export function isLessOrEqual(args: readonly unknown[], budget: Budget): boolean {
  return isLess(args) || equalsAny(args, budget);
}

function incompatible(a: unknown, b: unknown): never {
  fail(`incompatible types for comparison: ${typeOf(a)} and ${typeOf(b)}`);
}
