import { valueAt } from "@lookinglass/cluster-spec";
import { findChartValue } from "@lookinglass/spegel";
import type { SpecEdit, SpecPath } from "../../analysis.js";
import { isMap, type PlainMap } from "../../plain-data.js";
import type { ChartPreview } from "../../preview.js";
import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";

export const valueMisplaced: Rule = {
  code: "spegel/value-misplaced",
  severity: "warning",
  when: "a chart value at the wrong level (`registryFilters` at the top of helm_values: the chart reads `spegel.registryFilters`)",
  explanation: "Helm takes any value without a word; the chart reads only the ones it knows, at their place.",
  docs: docs.spegelValues,
  *check({ spec, chart }): Iterable<Finding> {
    const { config, helmValues } = chart;
    const values = helmValues.value;
    if (!isMap(values)) return;
    for (const { from, to } of misplacedValues(values, chart.chart.version)) {
      yield {
        message: `The chart does not read ${from.join(".")}: it has no effect. The chart reads ${to.join(".")}.`,
        ...locateChartValue(spec, config, helmValues, from, "key"),
        fixes: [{ name: "move", title: `Move it to ${to.join(".")}`, edits: moveEdits(chart, from, to) }],
      };
    }
  },
};

interface Misplaced {
  readonly from: SpecPath;
  readonly to: SpecPath;
}

/** Values that no release has at their place, and whose name the chart knows at exactly one other. */
function misplacedValues(values: PlainMap, version: string): Misplaced[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const found = findChartValue(key, version);
    if (found.kind === "section" && isMap(value)) {
      return Object.keys(value).flatMap((child) => misplaced([key, child], version));
    }
    return misplaced([key], version);
  });
}

function misplaced(from: readonly string[], version: string): Misplaced[] {
  const found = findChartValue(from.join("."), version);
  if (found.kind !== "unknown") return [];
  const [to, ...others] = found.elsewhere;
  return to !== undefined && others.length === 0 ? [{ from, to: to.split(".") }] : [];
}

function moveEdits({ config, helmValues }: ChartPreview, from: SpecPath, to: SpecPath): SpecEdit[] {
  const value = valueAt(helmValues.value, from);
  return editChartValues(config, helmValues, [
    { path: to, value },
    { path: from, remove: true },
  ]);
}
