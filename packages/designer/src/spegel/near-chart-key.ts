import { nearestKey } from "@lookinglass/cluster-spec";
import { chartValues } from "@lookinglass/spegel";
import { dataKey, memoisedBy } from "../memoised.js";

/** A key of the chart at the same level that this one is most likely meant to be; null for one known elsewhere. */
export function nearChartKey(
  path: readonly string[],
  elsewhere: readonly string[],
  version: string,
): string | null {
  if (elsewhere.length > 0) return null;
  return nearestKey(path.at(-1) ?? "", keysAt({ level: path.slice(0, -1), version }));
}

interface ChartLevel {
  readonly level: readonly string[];
  readonly version: string;
}

/** The keys that a chart release has at a level: one list for all that the user has there. */
const keysAt = memoisedBy(
  ({ level, version }: ChartLevel) => dataKey([version, level]),
  ({ level, version }): readonly string[] => {
    const keys = chartValues(version).flatMap((value) => {
      const segments = value.path.split(".");
      return level.every((key, index) => key === segments[index]) ? (segments[level.length] ?? []) : [];
    });
    return [...new Set(keys)];
  },
  { mostCharacters: 20_000 },
);
