/** Plain data as YAML and JSON carry it (numbers may be NaN or infinite, which YAML can write). */
export type JsonValue = null | boolean | number | string | JsonArray | JsonObject;
export type JsonArray = readonly JsonValue[];
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isArray(value: unknown): value is JsonArray {
  return Array.isArray(value);
}

/** The own value of a key; never one of the prototype's. */
export function ownValue(object: unknown, key: string): JsonValue | undefined {
  return isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Sets an own key, also where plain assignment would reach the prototype (`__proto__`). */
export function defineOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  // The only key that plain assignment does not take; defining every key would cost several times as much.
  if (key !== "__proto__") object[key] = value;
  else Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Are two values the same data? NaN equals itself, 0 differs from -0, key order does not matter. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (isArray(a)) {
    return isArray(b) && a.length === b.length && a.every((item, index) => sameData(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && sameData(a[key], b[key]));
}
