// imdario/mergo 0.3.12, for maps of string to interface {}.

import { fail } from "../errors.js";
import { type Budget, checkNesting, spend } from "../limits.js";
import { Interface, kindOf, mapGet, mapKeys, mapValue, typeOf, unwrap } from "../values.js";
import { isEmpty } from "./coerce.js";
import { TypedMap } from "./values.js";

/**
 * Merges a map into another, which changes. What the target has stays, unless it is the zero value of its type,
 * or overwrite is set; maps in both are merged in the same way.
 */
export function mergeInto(
  budget: Budget,
  target: Map<string, unknown>,
  source: unknown,
  overwrite: boolean,
  depth = 0,
): void {
  checkNesting(depth);
  for (const key of mapKeys(source)) {
    spend(budget, 1);
    mergeKey(budget, target, key, unwrap(mapValue(source, key)), overwrite, depth);
  }
}

function mergeKey(
  budget: Budget,
  target: Map<string, unknown>,
  key: string,
  value: unknown,
  overwrite: boolean,
  depth: number,
): void {
  const old = unwrap(target.get(key));
  const kind = kindOf(value);
  if (kind === "invalid") {
    if (overwrite) target.set(key, null);
    return;
  }
  if (kind === "map" && old instanceof Map) mergeInto(budget, old, value, overwrite, depth + 1);
  if (kind === "map" && old instanceof TypedMap) mergeStrings(budget, old, value, overwrite);
  if (kind === "slice" && overwrite) target.set(key, value);
  // Maps and lists that the target has are settled by now.
  const settled = !isEmpty(budget, old) && (kind === "map" || kind === "slice");
  if (!settled && (overwrite || isEmpty(budget, old))) target.set(key, value);
}

/** Merges into a map of strings, as split gives it: reflect refuses what is no string, and what is not known to be one. */
function mergeStrings(budget: Budget, target: TypedMap, source: unknown, overwrite: boolean): void {
  for (const key of mapKeys(source)) {
    spend(budget, 1);
    const value = mapGet(source, key);
    const kind = kindOf(unwrap(value));
    const old = target.entries.get(key);
    if (kind === "slice") {
      if (old !== undefined) fail("reflect: call of reflect.Value.IsNil on string Value");
      refuse(typeOf(unwrap(value)));
    }
    // A nil counts only where it overwrites; a map never takes the place of a text.
    const isKept = kind === "invalid" ? !overwrite : old && (kind === "map" || !overwrite);
    if (isKept) continue;
    if (value instanceof Interface) refuse(typeOf(value));
    target.entries.set(key, String(value));
  }
}

function refuse(type: string): never {
  fail(`reflect.Value.SetMapIndex: value of type ${type} is not assignable to type string`);
}
