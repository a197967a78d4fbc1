import { sprintf } from "../fmt/print.js";
import { type Budget, checkNesting, spend } from "../limits.js";
import {
  Complex,
  elementsOf,
  Float64,
  isNil,
  kindOf,
  mapKeys,
  mapValue,
  Typed,
  typeOf,
  unwrap,
} from "../values.js";

/** reflect.DeepEqual: same types, same contents; a nil slice or map differs from an empty one. */
export function deepEqual(budget: Budget, first: unknown, second: unknown, depth = 0): boolean {
  const a = unwrap(first);
  const b = unwrap(second);
  spend(budget, 1);
  checkNesting(depth);
  if (typeOf(a) !== typeOf(b) || isNil(a) !== isNil(b)) return false;
  switch (kindOf(a)) {
    case "slice":
      return equalSlices(budget, elementsOf(a), elementsOf(b), depth);
    case "map":
      return equalMaps(budget, a, b, depth);
    case "pointer":
    case "struct":
      return sprintf(["%#v", a], budget) === sprintf(["%#v", b], budget);
    default:
      return equalScalars(a, b);
  }
}

function equalScalars(a: unknown, b: unknown): boolean {
  if (a instanceof Float64 && b instanceof Float64) return a.value === b.value;
  if (a instanceof Typed && b instanceof Typed) return a.value === b.value;
  if (a instanceof Complex && b instanceof Complex) return a.re === b.re && a.im === b.im;
  return a === b;
}

function equalSlices(budget: Budget, a: readonly unknown[], b: readonly unknown[], depth: number): boolean {
  return a.length === b.length && a.every((item, i) => deepEqual(budget, item, b[i], depth + 1));
}

function equalMaps(budget: Budget, a: unknown, b: unknown, depth: number): boolean {
  const keys = mapKeys(a);
  if (keys.length !== mapKeys(b).length) return false;
  return keys.every((key) => {
    const other = mapValue(b, key);
    return other !== undefined && deepEqual(budget, mapValue(a, key), other, depth + 1);
  });
}
