import { compareStrings } from "@lookinglass/go";
import { type Budget, spend } from "./limits.js";
import { elementsOf, kindOf, mapGet, mapKeys } from "./values.js";

/** Keys of a map in Go's order: by bytes. */
export function sortedKeys(map: unknown): string[] {
  return mapKeys(map).sort(compareStrings);
}

/** Index or key, and element, of a slice or map. Sorting the keys has to be paid for. */
export function entriesOf(budget: Budget, value: unknown): Iterable<readonly [unknown, unknown]> {
  if (kindOf(value) === "slice") return elementsOf(value).entries();
  const keys = sortedKeys(value);
  spend(budget, keys.length);
  return keys.map((key) => [key, mapGet(value, key)]);
}
