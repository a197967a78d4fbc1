import { isArray, isObject, type JsonValue } from "./json.js";

/** A place in a document: keys of maps and indexes of lists, from its root. */
export type SpecPath = readonly (string | number)[];

/** The value one step down, or undefined: a map takes any segment as a key, a list takes whole numbers only. */
export function childOf(value: unknown, segment: string | number): JsonValue | undefined {
  if (isArray(value)) return typeof segment === "number" ? value[segment] : undefined;
  if (!isObject(value)) return undefined;
  const key = String(segment);
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value at a path, or undefined when nothing is there. */
export function valueAt(value: unknown, path: SpecPath): JsonValue | undefined {
  // The caller's data is JSON-like by contract; what is not has no children and yields undefined.
  let current = value as JsonValue | undefined;
  for (const segment of path) {
    current = childOf(current, segment);
    if (current === undefined) return undefined;
  }
  return current;
}
