import { valueAt } from "@lookinglass/cluster-spec";
import type { SpecPath } from "../../analysis.js";
import { MOST_EXPLAINED_FILTERS } from "../../limits.js";
import type { ChartPreview } from "../../preview.js";

/** A registry filter that the user wrote, at the place where the chart reads it or one level too high. */
export interface WrittenFilter {
  readonly pattern: string;
  /** Path within the chart's values. */
  readonly path: SpecPath;
}

const PLACES: readonly SpecPath[] = [["spegel", "registryFilters"], ["registryFilters"]];

/**
 * The registry filters that the user wrote. Misplaced ones count too: their expressions are worth checking before
 * they are moved to where the chart reads them. Those that are too many to look at are left out.
 */
export function writtenFilters(chart: ChartPreview): WrittenFilter[] {
  return allFilters(chart).slice(0, MOST_EXPLAINED_FILTERS);
}

/** The first filter that is left out. */
export function unexplainedFilter(chart: ChartPreview): WrittenFilter | undefined {
  return allFilters(chart)[MOST_EXPLAINED_FILTERS];
}

function allFilters({ helmValues }: ChartPreview): WrittenFilter[] {
  return PLACES.flatMap((place) => {
    const filters = valueAt(helmValues.value, place);
    if (!Array.isArray(filters)) return [];
    return filters.flatMap((pattern, index) =>
      typeof pattern === "string" ? [{ pattern, path: [...place, index] }] : [],
    );
  });
}
