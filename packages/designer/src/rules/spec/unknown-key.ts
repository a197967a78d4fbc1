import { unknownKeys, valueAt } from "@lookinglass/cluster-spec";
import type { SpecEdit } from "../../analysis.js";
import type { Preview } from "../../preview.js";
import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { nearChartKey } from "../../spegel/near-chart-key.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { writtenValues } from "../spegel/chart-values.js";

export const unknownKey: Rule = {
  code: "spec/unknown-key",
  severity: "warning",
  when: "a key near a known one (`helmValues`, `containerdMirroradd`, `extension`)",
  explanation:
    "Kublr and Helm pass over keys that they do not know without a word, so what stands there has no effect.",
  *check(preview): Iterable<Finding> {
    for (const { path, key, known, taken, firm } of unknownKeys(preview.spec)) {
      yield {
        many: "keys are not known here and have no effect: others are close to them.",
        message: firm ? message(key, known) : `${key} is not a known key here; ${known} is.`,
        path,
        atKey: true,
        fixes: () => (taken ? [] : rename(known, [{ path, rename: known }])),
      };
    }
    yield* chartKeys(preview);
  },
};

function* chartKeys({ spec, chart }: Preview): Iterable<Finding> {
  const { config, helmValues } = chart;
  for (const { path, key, found } of writtenValues(chart)) {
    const known = found.kind === "unknown" ? nearChartKey(path, found.elsewhere, chart.chart.version) : null;
    if (known === null) continue;
    const isTaken = valueAt(helmValues.value, [...path.slice(0, -1), known]) !== undefined;
    yield {
      message: message(key, known),
      ...locateChartValue(spec, config, helmValues, path, "key"),
      fixes: () =>
        isTaken ? [] : rename(known, editChartValues(config, helmValues, [{ path, rename: known }])),
    };
  }
}

function message(key: string, known: string): string {
  return `${key} is not known here and has no effect: ${known} is.`;
}

function rename(known: string, edits: readonly SpecEdit[]): FindingFix[] {
  return [{ name: "rename", title: `Rename it to ${known}`, edits }];
}
