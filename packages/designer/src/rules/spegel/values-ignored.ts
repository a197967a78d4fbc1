import { sourceOf } from "@lookinglass/cluster-spec";
import { HELM_VALUES } from "../../agent/spegel-state.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";

export const valuesIgnored: Rule = {
  code: "spegel/values-ignored",
  severity: "info",
  when: "helm_values given while Spegel is disabled",
  explanation: "The Spegel chart is not installed while Spegel is disabled, so nothing reads its values.",
  docs: docs.kublr,
  *check({ chart }): Iterable<Finding> {
    const { config, helmValues } = chart;
    const source = sourceOf(config, HELM_VALUES);
    if (chart.chart.deployed || helmValues.form === "absent" || !source) return;
    yield {
      message: "Spegel is disabled, so these chart values have no effect.",
      path: source.path,
      atKey: true,
    };
  },
};
