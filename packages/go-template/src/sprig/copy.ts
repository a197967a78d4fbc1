import { type Budget, checkNesting, spend } from "../limits.js";
import { elementsOf, GoValue, kindOf, mapKeys, mapValue, unwrap } from "../values.js";
import { Opaque } from "./values.js";

/**
 * A deep copy, whose maps are Maps that functions may change. What occurs twice, or in itself, stays one value.
 */
export function copyData(budget: Budget, data: unknown): unknown {
  return copy(budget, data, new Map(), 0);
}

function copy(budget: Budget, source: unknown, copies: Map<unknown, unknown>, depth: number): unknown {
  const value = unwrap(source);
  const known = copies.get(value);
  if (known !== undefined) return known;
  checkNesting(depth);
  switch (kindOf(value)) {
    case "slice":
      return Array.isArray(value) ? copySlice(budget, value, copies, depth) : value;
    case "map":
      return value instanceof GoValue ? value : copyMap(budget, value, copies, depth);
    default:
      return value instanceof Opaque ? value.copy() : value;
  }
}

function copySlice(budget: Budget, value: unknown, copies: Map<unknown, unknown>, depth: number): unknown[] {
  const items: unknown[] = [];
  copies.set(value, items);
  const elements = elementsOf(value);
  spend(budget, elements.length);
  for (const element of elements) items.push(copy(budget, element, copies, depth + 1));
  return items;
}

function copyMap(
  budget: Budget,
  map: unknown,
  copies: Map<unknown, unknown>,
  depth: number,
): Map<string, unknown> {
  const entries = new Map<string, unknown>();
  copies.set(map, entries);
  const keys = mapKeys(map);
  spend(budget, keys.length);
  for (const key of keys) entries.set(key, copy(budget, mapValue(map, key), copies, depth + 1));
  return entries;
}
