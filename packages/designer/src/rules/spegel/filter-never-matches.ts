import type { NeverMatches, NeverReason } from "@lookinglass/spegel";
import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import type { RuleInput } from "../rule-input.js";
import { short } from "../short.js";
import { type FilterNameFault, filterNameFault } from "./filter-names.js";
import { writtenFilters } from "./filters.js";

export const filterNeverMatches: Rule = {
  code: "spegel/filter-never-matches",
  severity: "warning",
  when: "cannot match any image reference (a literal backslash from '\\\\\\\\.' in single quotes, spaces, upper-case registry, a scheme, a repository where the registry comes first), or begins with a registry that no image has (`^index\\.docker\\.io/`)",
  explanation:
    "A filter sees registry/repository:tag, such as docker.io/library/nginx:1.27. In single quotes YAML keeps every backslash, " +
    "so two of them ask for a backslash in the image's name, which no image has.",
  docs: docs.re2,
  *check({ spec, chart, explain }): Iterable<Finding> {
    const { config, helmValues } = chart;
    for (const { pattern, path } of writtenFilters(chart)) {
      const explained = explain(pattern);
      if (explained.kind !== "valid") continue;
      const never = neverFault(explained.neverMatches);
      const isExplained = never && explained.neverMatches?.reason !== "contradiction";
      const fault = isExplained ? never : (filterNameFault(pattern, explained, explain) ?? never);
      if (!fault) continue;
      const suggestion = fault.suggestion === null ? null : meant(fault.suggestion, explain);
      yield {
        message: `The filter ${short(pattern)} matches no image: ${fault.why}.`,
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

function neverFault(never: NeverMatches | null): FilterNameFault | null {
  return never && { why: reason(never), suggestion: never.suggestion };
}

/** What is written in small letters, or without a scheme, may be a name of Docker Hub that no image has. */
function meant(suggestion: string, explain: RuleInput["explain"]): string | null {
  const fault = filterNameFault(suggestion, explain(suggestion), explain);
  return fault ? fault.suggestion : suggestion;
}

const REASONS: Readonly<Record<NeverReason, string>> = {
  "literal-backslash": "it asks for a backslash, which no image reference has",
  "url-scheme": "image references begin with the registry, without https://",
  digest: "Spegel takes the digest off before it looks",
  "repository-first":
    "it begins with a repository, and the registry comes first, as in docker.io/library/nginx:1.27",
  blank: "no image reference has a blank",
  "upper-case-registry": "registries are written in lower case",
  "upper-case-repository": "repositories are written in lower case",
  "impossible-character": "no image reference has such a character",
  contradiction: "no image reference can satisfy all of it at once",
};

function reason({ reason: code, character }: NeverMatches): string {
  return character === null ? REASONS[code] : `no image reference has the character ${character}`;
}
