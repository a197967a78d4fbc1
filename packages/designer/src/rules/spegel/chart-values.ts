import { type ParsedSpec, scalarSyntax, sourceOf } from "@lookinglass/cluster-spec";
import { type ChartValueLookup, findChartValue } from "@lookinglass/spegel";
import { HELM_VALUES } from "../../agent/spegel-state.js";
import { oncePer } from "../../memoised.js";
import { isMap, type PlainMap } from "../../plain-data.js";
import type { ChartPreview } from "../../preview.js";
import { previewedDocument } from "../diagnose.js";

/** A value of helm_values, and what the chart's release knows of it. */
export interface WrittenValue {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly found: ChartValueLookup;
}

/** What the user wrote into helm_values: each value of the chart, and the topmost key of what the chart does not have. */
export const writtenValues: (chart: ChartPreview) => readonly WrittenValue[] = oncePer(
  ({ helmValues, chart }) => (isMap(helmValues.value) ? valuesIn(helmValues.value, [], chart.version) : []),
);

function valuesIn(map: PlainMap, above: readonly string[], version: string): WrittenValue[] {
  return Object.entries(map).flatMap(([key, value]) => {
    const path = [...above, key];
    // Helm gives `global` to every chart.
    if (above.length === 0 && key === "global") return [];
    const found = lookUp(path, version);
    if (found.kind === "section" && isMap(value)) return valuesIn(value, path, version);
    const inside = found.kind === "unknown" && isMap(value) ? valuesIn(value, path, version) : [];
    return inside.some(isOfAnotherRelease) ? inside : [{ path, value, found }];
  });
}

function isOfAnotherRelease({ found }: WrittenValue): boolean {
  return found.kind === "later" || found.kind === "gone";
}

/** Paths of the catalogue join keys with dots; a key with a dot in it is none of them. */
function lookUp(path: readonly string[], version: string): ChartValueLookup {
  const joined = path.join(".");
  const found = findChartValue(joined, version);
  if (!path.some((key) => key.includes("."))) return found;
  return { kind: "unknown", path: joined, elsewhere: found.kind === "present" ? [joined] : [] };
}

/** Is the chart value an unquoted yes, no, on or off? */
export function isPlainWord(
  spec: ParsedSpec,
  { config, helmValues }: ChartPreview,
  path: readonly string[],
  value: unknown,
): boolean {
  if (typeof value !== "string" || !/^(?:yes|no|on|off)$/i.test(value)) return false;
  const [document, place] =
    helmValues.form === "string"
      ? [helmValues.inner.documents[0], path]
      : [previewedDocument({ spec }), sourceOf(config, [...HELM_VALUES, ...path])?.path];
  return Boolean(document && place && scalarSyntax(document, place)?.style === "plain");
}
