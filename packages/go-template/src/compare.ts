import { compareStrings } from "./bytes.js";
import { FunctionError } from "./errors.js";
import { sprintf } from "./fmt/print.js";
import type { Budget } from "./limits.js";
import {
  Complex,
  floatOf,
  integerOf,
  isInteger,
  isNil,
  type Kind,
  kindOf,
  typeOf,
  unwrap,
} from "./values.js";

const BASIC: ReadonlySet<Kind> = new Set(["bool", "int", "uint", "float", "complex", "string"]);

/** text/template's eq: whether the first value equals any of the others. */
export function equalsAny(budget: Budget, [first, ...others]: readonly unknown[]): boolean {
  if (others.length === 0) throw new FunctionError("missing argument for comparison");
  const a = unwrap(first);
  return others.some((other) => equals(budget, a, unwrap(other)));
}

function equals(budget: Budget, a: unknown, b: unknown): boolean {
  const kind = kindOf(a);
  const other = kindOf(b);
  if (isInteger(a) && isInteger(b)) return BigInt(integerOf(a)) === BigInt(integerOf(b));
  if (comparedAs(kind) !== comparedAs(other)) {
    if (kind !== "invalid" && other !== "invalid") throw incompatible(a, b);
    return false;
  }
  switch (kind) {
    case "bool":
    case "string":
      return a === b;
    case "float":
      return floatOf(a) === floatOf(b);
    case "complex":
      return a instanceof Complex && b instanceof Complex && a.re === b.re && a.im === b.im;
    default:
      return equalsOther(budget, a, b);
  }
}

/** Go's kinds of comparable values; all others, nil included, count as one. */
function comparedAs(kind: Kind): Kind {
  return BASIC.has(kind) ? kind : "invalid";
}

function equalsOther(budget: Budget, a: unknown, b: unknown): boolean {
  const kind = kindOf(a);
  const other = kindOf(b);
  if (kind !== other && kind !== "invalid" && other !== "invalid") {
    throw new FunctionError(
      sprintf(budget, `non-comparable types %s: ${typeOf(a)}, ${typeOf(b)}: %v`, [a, b]),
    );
  }
  if (isNil(a) || isNil(b)) return isNil(a) && isNil(b);
  if (kind === "pointer") return a === b;
  throw new FunctionError(sprintf(budget, `non-comparable type %s: ${typeOf(b)}`, [b]));
}

/** text/template's lt. */
export function isLess(first: unknown, second: unknown): boolean {
  const a = unwrap(first);
  const b = unwrap(second);
  const kind = kindOf(a);
  const other = kindOf(b);
  if (!BASIC.has(kind) || !BASIC.has(other)) throw invalidType();
  if (isInteger(a) && isInteger(b)) return integerOf(a) < integerOf(b);
  if (kind !== other) throw incompatible(a, b);
  if (kind === "float") return floatOf(a) < floatOf(b);
  if (kind === "string") return compareStrings(String(a), String(b)) < 0;
  throw invalidType();
}

/** text/template's le: less, or else equal. */
export function isLessOrEqual(budget: Budget, first: unknown, second: unknown): boolean {
  return isLess(first, second) || equalsAny(budget, [first, second]);
}

function incompatible(a: unknown, b: unknown): FunctionError {
  return new FunctionError(`incompatible types for comparison: ${typeOf(a)} and ${typeOf(b)}`);
}

function invalidType(): FunctionError {
  return new FunctionError("invalid type for comparison");
}
