import { nearestKey } from "@lookinglass/cluster-spec";
import { chartValues } from "@lookinglass/spegel";

/** A key of the chart at the same level that this one is most likely meant to be; null for one known elsewhere. */
export function nearChartKey(
  path: readonly string[],
  elsewhere: readonly string[],
  version: string,
): string | null {
  if (elsewhere.length > 0) return null;
  const level = path.slice(0, -1);
  const siblings = chartValues(version).flatMap((value) => {
    const keys = value.path.split(".");
    return level.every((key, index) => key === keys[index]) ? (keys[level.length] ?? []) : [];
  });
  return nearestKey(path.at(-1) ?? "", [...new Set(siblings)]);
}
