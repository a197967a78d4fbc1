// imdario/mergo 0.3.12, for maps of string to interface {}.

import { type Budget, checkNesting, spend } from "../limits.js";
import { kindOf, mapKeys, mapValue, unwrap } from "../values.js";
import { isEmpty } from "./coerce.js";

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
  if (kind === "slice" && overwrite) target.set(key, value);
  // Maps and lists that the target has are settled by now.
  const settled = !isEmpty(budget, old) && (kind === "map" || kind === "slice");
  if (!settled && (overwrite || isEmpty(budget, old))) target.set(key, value);
}
