import { locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { writtenFilters } from "./filters.js";

export const filterInvalid: Rule = {
  code: "spegel/filter-invalid",
  severity: "error",
  when: "not a valid RE2 expression (with RE2's message): Spegel will not start",
  explanation:
    "Registry filters are Go regular expressions (RE2: no look-ahead, no back-references). Spegel ends with an error when one cannot be read.",
  docs: docs.re2,
  *check({ spec, chart, explain }): Iterable<Finding> {
    for (const { pattern, path } of writtenFilters(chart)) {
      const explained = explain(pattern);
      if (explained.kind !== "invalid") continue;
      yield {
        message: `Spegel will not start: ${explained.error}`,
        ...locateChartValue(spec, chart.config, chart.helmValues, path),
      };
    }
  },
};
