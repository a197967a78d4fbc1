import type { EffectiveConfig, OffsetRange, ParsedSpec } from "@lookinglass/cluster-spec";
import { clusterDocument, editSpec, locateNearest, scalarRange, sourceOf } from "@lookinglass/cluster-spec";
import { HELM_VALUES, SPEGEL } from "../agent/spegel-state.js";
import type { SpecEdit, SpecPath } from "../analysis.js";
import type { HelmValues } from "./read-helm-values.js";

/** Where a chart value stands in the spec; fits into a rule's finding. */
export interface ChartValuePlace {
  readonly path: SpecPath;
  readonly atKey: boolean;
  /** Only for values inside a YAML string: the range of the value within it, in the spec text. */
  readonly range?: OffsetRange;
}

/**
 * The place of a chart value in the spec text, or of its nearest ancestor that is written there.
 *
 * @param path path of the value within the chart's values, e.g. ["spegel", "registryFilters", 0]
 * @param at which part of the entry is meant
 */
export function locateChartValue(
  spec: ParsedSpec,
  config: EffectiveConfig,
  values: HelmValues,
  path: SpecPath,
  at: "key" | "value" = "value",
): ChartValuePlace {
  const atKey = at === "key";
  if (values.form === "string") {
    return { path: values.path, atKey: false, ...rangeInString(spec, values, path, atKey) };
  }
  for (let length = path.length; length >= 0; length--) {
    const source = sourceOf(config, [...HELM_VALUES, ...path.slice(0, length)]);
    if (source) return { path: source.path, atKey };
  }
  return { path: sourceOf(config, SPEGEL)?.path ?? [], atKey };
}

function rangeInString(
  spec: ParsedSpec,
  values: Extract<HelmValues, { form: "string" }>,
  path: SpecPath,
  atKey: boolean,
): { readonly range: OffsetRange } | null {
  const innerDocument = values.inner.documents[0];
  const document = clusterDocument(spec);
  if (!innerDocument || !document) return null;
  const nearest = locateNearest(innerDocument, path);
  const range = scalarRange(document, values.path, (atKey && nearest.key) || nearest.value);
  return range && { range };
}

/** A change of one chart value. */
export type ChartValueChange =
  | { readonly path: SpecPath; readonly value: unknown }
  | { readonly path: SpecPath; readonly remove: true }
  | { readonly path: SpecPath; readonly rename: string }
  /** To another place at the level that has it. */
  | { readonly path: SpecPath; readonly move: SpecPath };

/**
 * The edits that change chart values where the values in force are written: inside the string when helm_values is one,
 * else in the level that has the value, else in the cluster's own kublrAgentConfig. None where the string cannot be
 * changed so: an alias in it leads there, or a comment would be lost.
 */
export function editChartValues(
  config: EffectiveConfig,
  values: HelmValues,
  changes: readonly ChartValueChange[],
): SpecEdit[] {
  if (values.form === "string") {
    const { text, refused } = editSpec(values.inner.text, changes);
    const moves = changes.some((change) => "move" in change);
    return refused || (moves && losesComment(values.inner.text, text))
      ? []
      : [{ path: values.path, value: text }];
  }
  return changes.map((change) => {
    const level = levelOf(config, change.path);
    const path = [...level, ...change.path];
    return "move" in change ? { path, move: [...level, ...change.move] } : { ...change, path };
  });
}

/** Has a text of YAML lost a comment by a move? In braces there is no room for one. */
export function losesComment(before: string, after: string): boolean {
  return after.split("#").length < before.split("#").length;
}

/** Path of the helm_values that hold the value, or that should. */
function levelOf(config: EffectiveConfig, path: SpecPath): SpecPath {
  const written = sourceOf(config, [...HELM_VALUES, ...path]) ?? sourceOf(config, HELM_VALUES);
  if (!written) return ["spec", "kublrAgentConfig", ...HELM_VALUES];
  return written.path.slice(0, written.path.indexOf("helm_values") + 1);
}
