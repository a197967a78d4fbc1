import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { writtenFilters } from "./filters.js";

const FILTERS = ["spegel", "registryFilters"];

export const filterEverything: Rule = {
  code: "spegel/filter-everything",
  severity: "warning",
  when: "filters together match every image: Spegel serves nothing",
  explanation:
    "Spegel answers 404 for an image that matches a filter. When the filters leave no image, its pods run for nothing " +
    "and each pull loses a request to them.",
  docs: docs.spegelValues,
  *check({ spec, chart, explain, coverage: coverageOf }): Iterable<Finding> {
    const { config, helmValues, mirror } = chart;
    if (mirror.registryFilters.length === 0 || !chart.chart.deployed) return;
    const coverage = coverageOf({ filters: mirror, version: chart.chart.version });
    if (coverage.kind !== "everything") return;
    const [whole, ...more] = writtenFilters(chart).filter(({ pattern }) => {
      const explained = explain(pattern);
      return explained.kind === "valid" && explained.matchesEverything;
    });
    const subject = whole ? `The filter ${whole.pattern} matches` : "These filters together match";
    const alone = whole && more.length === 0 ? [whole.path] : [];
    yield {
      message: `${subject} every image: Spegel serves nothing.`,
      ...locateChartValue(spec, config, helmValues, whole?.path ?? FILTERS, whole ? "value" : "key"),
      fixes: () =>
        alone.map((path) => ({
          name: "remove",
          title: "Remove this filter",
          edits: editChartValues(config, helmValues, [{ path, remove: true }]),
        })),
    };
  },
};
