import type { LooseCode } from "@lookinglass/spegel";
import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { short } from "../short.js";
import { filterNameFault } from "./filter-names.js";
import { unexplainedFilter, writtenFilters } from "./filters.js";

export const filterLoose: Rule = {
  code: "spegel/filter-loose",
  severity: "info",
  when: "an unescaped dot or a missing anchor lets it match more than it says; shows an example of each",
  explanation:
    "A filter is searched anywhere in registry/repository:tag, and a dot stands for any character. Images that match " +
    "are not served by Spegel: every node pulls them from their registry.",
  docs: docs.re2,
  *check({ spec, chart, explain }): Iterable<Finding> {
    const { config, helmValues } = chart;
    for (const { pattern, path } of writtenFilters(chart)) {
      const explained = explain(pattern);
      if (explained.kind !== "valid" || explained.looseness.length === 0) continue;
      if (filterNameFault(pattern, explained, explain)) continue;
      const { looseness, suggestion } = explained;
      const why = looseness.map(({ code, example }) => `${REASONS[code]}, as in ${short(example)}`);
      yield {
        message: `The filter ${short(pattern)} matches more than it says: ${why.join("; ")}.`,
        ...locateChartValue(spec, config, helmValues, path),
        fixes: () =>
          suggestion === null
            ? []
            : [
                {
                  name: "escape",
                  title: `Write ${suggestion}`,
                  edits: editChartValues(config, helmValues, [{ path, value: suggestion }]),
                },
              ],
      };
    }
    const first = unexplainedFilter(chart);
    if (!first) return;
    yield {
      message: `The filters from here on are not checked: they are too many.`,
      ...locateChartValue(spec, config, helmValues, first.path),
    };
  },
};

const REASONS: Readonly<Record<LooseCode, string>> = {
  "unescaped-dot": "an unescaped dot is any character",
  "unanchored-start": "without ^ the registry may stand anywhere",
  "open-registry": "without / at its end longer registry names match",
  "bare-words": "words may stand anywhere, as parts of others too",
  "registry-first": "what comes first is the registry",
  "glob-star": "a star repeats the slash before it, maybe no times",
};
