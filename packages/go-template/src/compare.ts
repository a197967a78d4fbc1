import { toByteString } from "./bytes.js";
import { refuse } from "./errors.js";
import { sprintf } from "./fmt/print.js";
import type { Budget } from "./limits.js";
import { Complex, floatOf, integerOf, isNil, kindOf, typeOf, unwrap } from "./values.js";

/** A basic value as one that JavaScript compares as Go does; undefined for all others, nil included. */
function basicValue(value: unknown): boolean | bigint | number | string | undefined {
  switch (kindOf(value)) {
    case "bool":
      return value === true;
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
export function equalsAny(budget: Budget, [first, ...others]: readonly unknown[]): boolean {
  if (others.length === 0) refuse("missing argument for comparison");
  const a = unwrap(first);
  return others.some((other) => equals(budget, a, unwrap(other)));
}

function equals(budget: Budget, a: unknown, b: unknown): boolean {
  const kind = kindOf(a);
  const other = kindOf(b);
  const left = basicValue(a);
  const right = basicValue(b);
  if (left === undefined && right === undefined) return equalsOther(budget, a, b);
  if (kind !== other && kind !== "invalid" && other !== "invalid") incompatible(a, b);
  return left === right;
}

function equalsOther(budget: Budget, a: unknown, b: unknown): boolean {
  const kind = kindOf(a);
  const other = kindOf(b);
  if (kind !== other && kind !== "invalid" && other !== "invalid") {
    refuse(sprintf(budget, `non-comparable types %s: ${typeOf(a)}, ${typeOf(b)}: %v`, [a, b]));
  }
  if (isNil(a) || isNil(b)) return isNil(a) && isNil(b);
  if (kind === "pointer") return a === b;
  refuse(sprintf(budget, `non-comparable type %s: ${typeOf(b)}`, [b]));
}

/** text/template's lt. */
export function isLess(first: unknown, second: unknown): boolean {
  const a = unwrap(first);
  const b = unwrap(second);
  const left = basicValue(a);
  const right = basicValue(b);
  if (left === undefined || right === undefined) invalidType();
  if (kindOf(a) !== kindOf(b)) incompatible(a, b);
  if (typeof left === "boolean" || typeof right === "boolean" || a instanceof Complex) invalidType();
  return left < right;
}

/** text/template's le: less, or else equal. */
export function isLessOrEqual(budget: Budget, first: unknown, second: unknown): boolean {
  return isLess(first, second) || equalsAny(budget, [first, second]);
}

function incompatible(a: unknown, b: unknown): never {
  refuse(`incompatible types for comparison: ${typeOf(a)} and ${typeOf(b)}`);
}

function invalidType(): never {
  refuse("invalid type for comparison");
}
