import type { ChartValueLookup } from "@lookinglass/spegel";
import { dataKey, memoisedBy } from "../memoised.js";
import { isMap, type PlainMap } from "../plain-data.js";
import { lookUpValue } from "./look-up-value.js";

/** A value of helm_values, and what the chart's release knows of it. */
export interface WrittenValue {
  readonly path: readonly string[];
  /** The last of the path. */
  readonly key: string;
  readonly value: unknown;
  readonly found: ChartValueLookup;
}

/**
 * What stands in helm_values: each value of the chart, and the topmost key of what the chart does not have.
 *
 * @param values helm_values as read; anything but a map holds no values
 * @param version chart release
 */
export function writtenIn(values: unknown, version: string): readonly WrittenValue[] {
  return written({ values, version });
}

interface Values {
  readonly values: unknown;
  readonly version: string;
}

/** Several rules and the forms of every level ask. */
const written = memoisedBy(
  ({ values, version }: Values) => dataKey([version, values]),
  ({ values, version }): readonly WrittenValue[] => (isMap(values) ? valuesIn(values, [], version) : []),
);

function valuesIn(map: PlainMap, above: readonly string[], version: string): WrittenValue[] {
  return Object.entries(map).flatMap(([key, value]) => {
    const path = [...above, key];
    // Helm gives `global` to every chart.
    if (above.length === 0 && key === "global") return [];
    const found = lookUpValue(path, version);
    if (found.kind === "section" && isMap(value)) return valuesIn(value, path, version);
    const inside = found.kind === "unknown" && isMap(value) ? valuesIn(value, path, version) : [];
    return inside.some(isOfAnotherRelease) ? inside : [{ path, key, value, found }];
  });
}

function isOfAnotherRelease({ found }: WrittenValue): boolean {
  return found.kind === "later" || found.kind === "gone";
}
