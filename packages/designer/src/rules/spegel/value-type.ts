import type { ChartPreview } from "../../preview.js";
import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { hasType, VALUE_TYPES } from "../../spegel/value-types.js";
import type { WrittenValue } from "../../spegel/written-values.js";
import { converted, kindOf } from "../convert.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { isOddValue, isPlainWord, writtenChartWord, writtenValues } from "./chart-values.js";

export const valueType: Rule = {
  code: "spegel/value-type",
  severity: "error",
  when: "wrong type for a known value",
  explanation:
    "The chart's templates print values as they are: a wrong type means something else than it says, or stops Helm or Spegel.",
  docs: docs.spegelValues,
  *check({ spec, chart }): Iterable<Finding> {
    const { config, helmValues } = chart;
    const reported: string[] = [];
    for (const written of writtenValues(chart)) {
      const expected = expectedType(written);
      const { path, value } = written;
      if (expected === null) continue;
      reported.push(path.join("."));
      if (isPlainWord(spec, chart, path, value)) continue; // spec/yaml11-boolean
      if (isOddValue(spec, chart, path)) continue; // spec/white-space
      yield {
        message: `${path.join(".")} must be ${expected}, but this is ${kindOf(value, expected)}.${consequence(path, chart)}`,
        ...locateChartValue(spec, config, helmValues, path),
        fixes: () => convert(written, expected, chart, writtenChartWord(spec, chart, path)),
      };
    }
    for (const { path, message } of unreportedProblems(chart, reported)) {
      yield { message: `${message}.`, ...locateChartValue(spec, config, helmValues, path.split(".")) };
    }
  },
};

/** What stops Helm, or else Spegel, by other values than those of a wrong type. */
function unreportedProblems({ mirror }: ChartPreview, reported: readonly string[]) {
  const isKnown = (path: string) => reported.some((known) => `${path}.`.startsWith(`${known}.`));
  // Of the ports spegel/port-range speaks.
  const problems = mirror.problems.filter(({ path, stage }) => stage !== "install" && !isKnown(path));
  const ofHelm = problems.filter(({ stage }) => stage === "helm");
  return ofHelm.length > 0 ? ofHelm : problems;
}

/** The type that the chart expects in words, where the value has another; null deletes a default and is fine. */
function expectedType({ value, found }: WrittenValue): string | null {
  if (value === null) return null;
  if (found.kind === "section") return "a map";
  if (found.kind !== "present" || hasType(value, found.value.type)) return null;
  return VALUE_TYPES[found.value.type];
}

function consequence(path: readonly string[], chart: ChartPreview): string {
  const problem = chart.mirror.problems.find(
    ({ path: at, stage }) => at === path.join(".") && stage !== "install",
  );
  return problem ? ` ${problem.message}.` : "";
}

function convert(
  { path, value }: WrittenValue,
  expected: string,
  chart: ChartPreview,
  word: string | null,
): FindingFix[] {
  const meant = converted(value, expected, word);
  if (meant === undefined) return [];
  const edits = editChartValues(chart.config, chart.helmValues, [{ path, value: meant }]);
  return [{ name: "convert", title: `Write ${JSON.stringify(meant)}`, edits }];
}
