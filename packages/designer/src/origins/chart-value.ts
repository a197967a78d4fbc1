import { valueAt } from "@lookinglass/cluster-spec";
import { chartValues } from "@lookinglass/spegel";
import type { SpecPath, TextRange } from "../analysis.js";
import type { Preview } from "../preview.js";
import { findingRange, textRange } from "../rules/finding-range.js";
import { locateChartValue } from "../spegel/helm-values.js";

/** A chart value as the cause of a line: how it is called, and where the spec sets it. */
export interface ChartCause {
  /** "`spegel.resolveTags`", with a note where it is the chart's default. */
  readonly name: string;
  readonly range?: TextRange;
}

/**
 * @param names what the value has been called, the name of today first
 * @param item index, for an entry of a list
 */
export function chartCause(preview: Preview, names: readonly string[], item?: number): ChartCause {
  const { chart } = preview;
  const known = new Set(chartValues(chart.chart.version).map(({ path }) => path));
  const name = names.find((each) => known.has(each)) ?? names[0] ?? "";
  const list: SpecPath = name.split(".");
  const isWritten = valueAt(chart.helmValues.value, list) !== undefined;
  if (!isWritten) return { name: `\`${name}\`, the chart’s default` };
  const path = item === undefined ? list : [...list, item];
  const place = locateChartValue(preview.spec, chart.config, chart.helmValues, path);
  return { name: `\`${name}\``, range: textRange(preview, findingRange(preview, place)) };
}
