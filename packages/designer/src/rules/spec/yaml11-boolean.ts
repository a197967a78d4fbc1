import { type Yaml11Boolean, yaml11Booleans } from "@lookinglass/cluster-spec";
import type { SpecEdit } from "../../analysis.js";
import type { Preview } from "../../preview.js";
import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import type { Finding, Rule } from "../rule.js";
import { isPlainWord, writtenValues } from "../spegel/chart-values.js";

export const yaml11Boolean: Rule = {
  code: "spec/yaml11-boolean",
  severity: "warning",
  when: "`yes`, `no`, `on`, `off` unquoted where a boolean is expected: parsers disagree",
  explanation:
    "YAML 1.1 reads these words as true and false, YAML 1.2 as text, and any text but the empty one counts as true in a " +
    "Go template. Write true or false, which every reader takes alike.",
  *check(preview): Iterable<Finding> {
    for (const { path, source, meaning, booleanExpected } of yaml11Booleans(preview.spec)) {
      if (booleanExpected)
        yield { ...finding(source, meaning), path, fixes: () => fixes(meaning, [{ path, value: meaning }]) };
    }
    yield* chartBooleans(preview);
  },
};

function* chartBooleans({ spec, chart }: Preview): Iterable<Finding> {
  const { config, helmValues } = chart;
  for (const { path, value, found } of writtenValues(chart)) {
    if (found.kind !== "present" || found.value.type !== "boolean" || typeof value !== "string") continue;
    if (!isPlainWord(spec, chart, path, value)) continue;
    const meaning = /^(yes|on)$/i.test(value);
    yield {
      ...finding(value, meaning),
      ...locateChartValue(spec, config, helmValues, path),
      fixes: () => fixes(meaning, editChartValues(config, helmValues, [{ path, value: meaning }])),
    };
  }
}

function finding(source: string, meaning: Yaml11Boolean["meaning"]) {
  return { message: `${source} is ${meaning} to some YAML readers and the text "${source}" to others.` };
}

function fixes(meaning: boolean, edits: readonly SpecEdit[]) {
  return [{ name: "boolean", title: `Write ${meaning}`, edits }];
}
