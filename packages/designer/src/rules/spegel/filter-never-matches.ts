import type { NeverMatches, NeverReason } from "@lookinglass/spegel";
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
  *check({ spec, chart, explain }): Iterable<Finding> {
    const { config, helmValues } = chart;
    for (const { pattern, path } of writtenFilters(chart)) {
      const explained = explain(pattern);
      if (explained.kind !== "valid" || !explained.neverMatches) continue;
      const { suggestion } = explained.neverMatches;
      yield {
        message: `The filter ${pattern} matches no image: ${reason(explained.neverMatches)}.`,
        ...locateChartValue(spec, config, helmValues, path),
        fixes: () =>
          suggestion === null
            ? []
            : [
                {
                  name: "unescape",
                  title: `Write ${suggestion}`,
                  edits: editChartValues(config, helmValues, [{ path, value: suggestion }]),
                },
              ],
      };
    }
  },
};

const REASONS: Readonly<Record<NeverReason, string>> = {
  "literal-backslash": "it asks for a backslash, which no image reference has",
  "url-scheme": "image references begin with the registry, without https://",
  digest: "Spegel takes the digest off before it looks",
  blank: "no image reference has a blank",
  "upper-case-registry": "registries are written in lower case",
  "upper-case-repository": "repositories are written in lower case",
  "impossible-character": "no image reference has such a character",
  contradiction: "no image reference can satisfy all of it at once",
};

function reason({ reason: code, character }: NeverMatches): string {
  return character === null ? REASONS[code] : `no image reference has the character ${character}`;
}
