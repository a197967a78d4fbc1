import { knownRelease } from "../releases.js";
import { chartValues } from "./values.js";

/** A map of values. Keys may be any text, so look them up with Object.hasOwn. */
export type ValueMap = Readonly<Record<string, unknown>>;

/**
 * The chart's defaults overlaid by the user's values, as Helm computes `.Values`: maps merge deeply; lists and
 * scalars replace; null deletes the key; where one side is a map and the other is not, the user's side wins.
 *
 * `userValues` is parsed YAML or JSON; anything but a map counts as no values. Nothing in it is changed; the
 * answer shares values with it and with the chart's defaults, so it is for reading only. Source: Helm 3 pkg/chartutil/coalesce.go.
 */
export function effectiveValues(userValues: unknown, options: { readonly version: string }): ValueMap {
  const defaults = defaultValues(options.version);
  return isValueMap(userValues) ? overlay(defaults, userValues) : defaults;
}

export function isValueMap(value: unknown): value is ValueMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path of keys, undefined where there is none; never a prototype's. */
export function valueAt(values: unknown, path: readonly string[]): unknown {
  let value = values;
  for (const key of path) {
    if (!isValueMap(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** The catalog does not change, so each release's defaults are worked out once. */
const defaultsByRelease = new Map<string, ValueMap>();

function defaultValues(version: string): ValueMap {
  const release = knownRelease(version);
  const defaults = defaultsByRelease.get(release) ?? listDefaults(release);
  defaultsByRelease.set(release, defaults);
  return defaults;
}

function listDefaults(release: string): ValueMap {
  return chartValues(release).reduce<ValueMap>(
    (values, { path, default: value }) => withValue(values, path.split("."), value),
    {},
  );
}

function withValue(values: ValueMap, path: readonly string[], value: unknown): ValueMap {
  const [key, ...rest] = path;
  if (key === undefined) return values;
  const inner = valueAt(values, [key]);
  const nested = rest.length === 0 ? value : withValue(isValueMap(inner) ? inner : {}, rest, value);
  return { ...values, [key]: nested };
}

function overlay(defaults: ValueMap, user: ValueMap): ValueMap {
  const merged = new Map<string, unknown>(Object.entries(defaults));
  for (const [key, value] of Object.entries(user)) {
    const before = merged.get(key);
    if (value === null) merged.delete(key);
    else if (isValueMap(value)) merged.set(key, overlay(isValueMap(before) ? before : {}, value));
    else merged.set(key, value);
  }
  // fromEntries makes own properties even of "__proto__".
  return Object.fromEntries(merged);
}
