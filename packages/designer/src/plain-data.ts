/** Helpers for data that comes out of a cluster spec: own keys only, so `__proto__` is a key like any other. */

export type PlainMap = Readonly<Record<string, unknown>>;

/** Is the value a map (not a list, not null)? */
export function isMap(value: unknown): value is PlainMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `over` laid over `base`: maps merge deeply, everything else replaces. */
export function mergeDeep(base: unknown, over: unknown): unknown {
  if (!isMap(base) || !isMap(over)) return over;
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    merged.set(key, merged.has(key) ? mergeDeep(merged.get(key), value) : value);
  }
  return Object.fromEntries(merged);
}
