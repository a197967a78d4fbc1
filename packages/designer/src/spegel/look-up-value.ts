import type { SpecPath } from "@lookinglass/cluster-spec";
import { type ChartValueLookup, findChartValue } from "@lookinglass/spegel";

/**
 * What a chart release knows of the value at a path of helm_values. The catalog's paths join keys with dots: a key with
 * a dot in it is in none of them, but may stand in a map that users fill, such as nodeSelector.
 *
 * @returns for a path of values that is written as one key: unknown, with that path under `elsewhere`
 */
export function lookUpValue(path: SpecPath, version: string): ChartValueLookup {
  const joined = path.join(".");
  const found = findChartValue(joined, version);
  const dotted = path.findIndex((key) => String(key).includes("."));
  if (dotted < 0) return found;
  const above = findChartValue(path.slice(0, dotted).join("."), version);
  if ("value" in above && above.value.type === "object") return above;
  return { kind: "unknown", path: joined, elsewhere: found.kind === "present" ? [joined] : [] };
}
