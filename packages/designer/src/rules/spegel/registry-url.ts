import { valueAt } from "@lookinglass/cluster-spec";
import { checkRegistryUrl, imageFilter } from "@lookinglass/spegel";
import type { ChartPreview } from "../../preview.js";
import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";

type Kind = "mirroredRegistry" | "mirrorTarget";

/** The lists of addresses, under the names of 0.1.0 and later and under the older ones. */
const LISTS: readonly (readonly [string, Kind])[] = [
  ["mirroredRegistries", "mirroredRegistry"],
  ["registries", "mirroredRegistry"],
  ["additionalMirrorTargets", "mirrorTarget"],
  ["additionalMirrorRegistries", "mirrorTarget"],
];

export const registryUrl: Rule = {
  code: "spegel/registry-url",
  severity: "error",
  when: "mirroredRegistries / additionalMirrorTargets entry that Spegel rejects (no scheme, path, query, user, two wildcards)",
  explanation:
    "Spegel takes http:// or https://, a host and a port, and nothing else. With one entry that it rejects its pods do not start.",
  docs: docs.spegelValues,
  *check({ spec, chart }): Iterable<Finding> {
    const { config, helmValues } = chart;
    const entries = writtenEntries(chart);
    const rejected = entries.flatMap((entry) => {
      const check = checkRegistryUrl(entry.url, { version: chart.chart.version, kind: entry.kind });
      return check.ok ? [] : [{ ...entry, ...check }];
    });
    for (const { path, error, suggestion } of rejected) {
      yield {
        message: `Spegel will not start: ${error}`,
        ...locateChartValue(spec, config, helmValues, path),
        fixes: () => (suggestion === null ? [] : write(suggestion, path, chart)),
      };
    }
    const wildcard = entries.findLast(({ written }) => written === "_default" || written === "*");
    const error = wildcard && rejected.length === 0 ? listError(chart) : null;
    if (error === null || !wildcard) return;
    yield {
      message: `Spegel will not start: ${error}`,
      ...locateChartValue(spec, config, helmValues, wildcard.path),
    };
  },
};

function writtenEntries({ helmValues }: ChartPreview) {
  return LISTS.flatMap(([name, kind]) => {
    const list = valueAt(helmValues.value, ["spegel", name]);
    return (Array.isArray(list) ? list : []).flatMap((written, index) => {
      if (typeof written !== "string") return [];
      // Kubernetes puts the node's address there.
      const url = written.replaceAll("$(NODE_IP)", "192.0.2.1");
      return [{ written, url, kind, path: ["spegel", name, index] }];
    });
  });
}

/** What Spegel says of the list as a whole: two wildcards are fine each, but not together. */
function listError({ mirror, chart }: ChartPreview): string | null {
  const { mirroredRegistries } = mirror;
  const result = imageFilter({ mirroredRegistries, registryFilters: [] }, { version: chart.version });
  return result.ok ? null : result.error;
}

function write(
  suggestion: string,
  path: readonly (string | number)[],
  { config, helmValues }: ChartPreview,
): FindingFix[] {
  const edits = editChartValues(config, helmValues, [{ path, value: suggestion }]);
  return [{ name: "scheme", title: `Write ${suggestion}`, edits }];
}
