import { type ParsedSpec, type SpecPath, toPosition } from "@lookinglass/cluster-spec";
import { HELM_VALUES } from "../agent/spegel-state.js";
import type { TextRange } from "../analysis.js";
import { isMap } from "../plain-data.js";
import { locateChartValue } from "../spegel/helm-values.js";
import type { FieldOrigin, FormField } from "./model.js";
import { hasValue, originOf, type Scope, writtenPath } from "./scopes.js";

/** What helm_values say of a value: it, or null where it or a map above it is null; undefined: nothing. */
export interface WrittenAt {
  readonly value: unknown;
  /** Keys of what is written: fewer than asked for when a map above the value is null. */
  readonly keys: readonly string[];
}

export function writtenAt(values: unknown, keys: readonly string[]): WrittenAt | undefined {
  let current = values;
  for (const [depth, key] of keys.entries()) {
    if (!isMap(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
    if (current === null) return { value: null, keys: keys.slice(0, depth + 1) };
  }
  return { value: current, keys };
}

/** Which level writes a chart value; one inside a YAML string comes from the level of the string. */
export function chartValueFrom(scope: Scope, keys: readonly string[]): FieldOrigin {
  const written = writtenAt(scope.helmValues.value, keys);
  if (written === undefined) return "default";
  return originOf(scope, isString(scope) ? HELM_VALUES : [...HELM_VALUES, ...written.keys]);
}

/** All of a field of a chart value but its value. */
export function chartValueOrigin(
  spec: ParsedSpec,
  scope: Scope,
  groups: readonly Scope[],
  keys: readonly string[],
): Omit<FormField<unknown>, "value"> {
  const written = writtenAt(scope.helmValues.value, keys);
  const from = chartValueFrom(scope, keys);
  const path = [...HELM_VALUES, ...(isString(scope) ? [] : keys)];
  return {
    from,
    fallback: inherits(scope, keys) ? "cluster" : "default",
    path: [...scope.configPath, ...path],
    writtenPath: writtenPath(scope, from, path),
    range: written ? rangeInString(spec, scope, written.keys) : null,
    overruledBy: groups.filter((group) => overrules(group, scope, keys)).map(({ title }) => title),
  };
}

/** Where the items of a list inside a YAML string stand in the text. */
export function itemRanges(
  spec: ParsedSpec,
  scope: Scope,
  keys: readonly string[],
  value: unknown,
): readonly (TextRange | null)[] {
  if (!isString(scope) || !Array.isArray(value)) return [];
  return value.map((_, index) => rangeInString(spec, scope, [...keys, index]));
}

const isString = ({ helmValues }: Scope): boolean => helmValues.form === "string";

/** Does the cluster's level give a group its value once the group's own is gone? Strings do not merge with maps. */
export function inherits(scope: Scope, keys: readonly string[]): boolean {
  if (scope.kind === "cluster" || isString(scope)) return false;
  const cluster = scope.config.layers.find(({ kind }) => kind === "cluster");
  return cluster !== undefined && hasValue(cluster.value, [...HELM_VALUES, ...keys]);
}

/** The chart takes the values of the masters: other groups' change nothing. */
function overrules(group: Scope, cluster: Scope, keys: readonly string[]): boolean {
  if (group.kind !== "master") return false;
  // Where one of the two is a string, the masters' helm_values stand alone.
  if (isString(group) || isString(cluster)) return originOf(group, HELM_VALUES) === "here";
  return chartValueFrom(group, keys) === "here";
}

function rangeInString(
  spec: ParsedSpec,
  { kind, config, helmValues }: Scope,
  path: SpecPath,
): TextRange | null {
  // A worker group shows no chart values, and there may be many groups.
  if (helmValues.form !== "string" || kind === "worker") return null;
  const key = locateChartValue(spec, config, helmValues, path, "key").range;
  const value = locateChartValue(spec, config, helmValues, path).range;
  if (!key || !value) return null;
  return { start: toPosition(spec, key.start), end: toPosition(spec, Math.max(key.end, value.end)) };
}
