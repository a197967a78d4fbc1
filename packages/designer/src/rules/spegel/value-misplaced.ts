import { valueAt } from "@lookinglass/cluster-spec";
import type { ChartPreview } from "../../preview.js";
import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import type { WrittenValue } from "../../spegel/written-values.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { writtenValues } from "./chart-values.js";

export const valueMisplaced: Rule = {
  code: "spegel/value-misplaced",
  severity: "warning",
  when: "a chart value at the wrong level (`registryFilters` at the top of helm_values: the chart reads `spegel.registryFilters`)",
  explanation: "Helm takes any value without a word; the chart reads only the ones it knows, at their place.",
  docs: docs.spegelValues,
  *check({ spec, chart }): Iterable<Finding> {
    const { config, helmValues } = chart;
    for (const written of writtenValues(chart)) {
      const to = placeElsewhere(written);
      if (to === null) continue;
      yield {
        message: message(written, to),
        ...locateChartValue(spec, config, helmValues, written.path, "key"),
        fixes: () => moveTo(to, written, chart),
      };
    }
  },
};

/** A key with dots in it is one key, whatever it looks like. */
function message({ path }: WrittenValue, to: readonly string[]): string {
  const [name, place] = [path.join("."), to.join(".")];
  if (name === place)
    return `The chart does not read ${name} as one key with dots: each part is a level of its own.`;
  return `The chart does not read ${name}: it has no effect. The chart reads ${place}.`;
}

/** Where the chart has a value of that name, when there is exactly one such place. */
export function placeElsewhere({ found }: WrittenValue): readonly string[] | null {
  if (found.kind !== "unknown") return null;
  const [to, ...others] = found.elsewhere;
  return to !== undefined && others.length === 0 ? to.split(".") : null;
}

/** What already stands there is not overwritten. */
function moveTo(
  to: readonly string[],
  { path }: WrittenValue,
  { config, helmValues }: ChartPreview,
): FindingFix[] {
  if (valueAt(helmValues.value, to) !== undefined) return [];
  const edits = editChartValues(config, helmValues, [{ path, move: to }]);
  return [{ name: "move", title: `Move it to ${to.join(".")}`, edits }];
}
