import { explainFilter, unescapeFilter } from "@lookinglass/spegel";
import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { writtenFilters } from "./filters.js";

export const filterNeverMatches: Rule = {
  code: "spegel/filter-never-matches",
  severity: "warning",
  when: "cannot match any image reference (a literal backslash from '\\\\\\\\.' in single quotes, spaces, upper-case registry, a scheme)",
  explanation:
    "A filter sees registry/repository:tag, such as docker.io/library/nginx:1.27. In single quotes YAML keeps every backslash, " +
    "so two of them ask for a backslash in the image's name, which no image has.",
  docs: docs.re2,
  *check({ spec, chart }): Iterable<Finding> {
    const { config, helmValues } = chart;
    for (const { pattern, path } of writtenFilters(chart)) {
      const explained = explainFilter(pattern);
      if (explained.kind !== "valid" || !explained.neverMatches) continue;
      const repaired = unescapeFilter(pattern);
      yield {
        message: `The filter ${pattern} matches no image.`,
        ...locateChartValue(spec, config, helmValues, path),
        fixes: repaired
          ? [
              {
                name: "unescape",
                title: `Write ${repaired}`,
                edits: editChartValues(config, helmValues, [{ path, value: repaired }]),
              },
            ]
          : [],
      };
    }
  },
};
