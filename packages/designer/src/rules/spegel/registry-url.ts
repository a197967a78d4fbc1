import { bracketedAddress } from "@lookinglass/containerd";
import { checkRegistryUrl, imageFilter } from "@lookinglass/spegel";
import type { ChartPreview, Preview } from "../../preview.js";
import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { short } from "../short.js";
import { isReadable } from "./ipv6-target.js";
import { partsOf, type WrittenAddress, writtenAddresses } from "./written-addresses.js";

export const registryUrl: Rule = {
  code: "spegel/registry-url",
  severity: "error",
  when: "mirroredRegistries / additionalMirrorTargets entry that Spegel rejects (no scheme, path, query, user, two wildcards)",
  explanation:
    "Spegel takes http:// or https://, a host and a port, and nothing else. With one entry that it rejects its pods do not start.",
  docs: docs.spegelValues,
  *check(preview): Iterable<Finding> {
    const { spec, chart } = preview;
    const { config, helmValues } = chart;
    const entries = writtenAddresses(chart);
    const rejected = entries.flatMap((entry) => {
      const check = checkRegistryUrl(entry.url, { version: chart.chart.version, kind: entry.kind });
      return check.ok ? [] : [{ ...entry, ...check }];
    });
    for (const { error, suggestion, ...entry } of rejected) {
      yield {
        message: `Spegel will not start: ${short(error, 130)}${advice(entry)}`,
        ...locateChartValue(spec, config, helmValues, entry.path),
        fixes: () => write(bracketed(preview, entry) ?? suggestion, entry, chart),
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

/** What is behind the host, but for a slash. */
function pathOf({ url }: WrittenAddress): string {
  const { rest } = partsOf(url);
  return rest === "/" ? "" : rest;
}

function advice(entry: WrittenAddress): string {
  if (pathOf(entry) === "") return "";
  return entry.kind === "mirroredRegistry"
    ? ". The list is of registries, each with all its repositories."
    : ". A mirror with a path has to be a hosts.toml with override_path: with prependExisting Spegel keeps it, with containerdMirrorAdd: false too.";
}

/** What Spegel says of the list as a whole: two wildcards are fine each, but not together. */
function listError({ mirror, chart }: ChartPreview): string | null {
  const { mirroredRegistries } = mirror;
  const result = imageFilter({ mirroredRegistries, registryFilters: [] }, { version: chart.version });
  return result.ok ? null : result.error;
}

/** An IPv6 address that Spegel refuses only for want of brackets, where containerd reads them. */
function bracketed(preview: Preview, { url, kind }: WrittenAddress): string | null {
  const { scheme, host } = partsOf(url);
  const address = bracketedAddress(host);
  const written = `${scheme || "https://"}${address}`;
  return address !== null && (kind === "mirroredRegistry" || isReadable(preview, written)) ? written : null;
}

/** A target without its path is another mirror, and the address of any node is no suggestion. */
function write(suggestion: string | null, entry: WrittenAddress, chart: ChartPreview): FindingFix[] {
  const { kind, path, url, written } = entry;
  if (suggestion === null || url !== written || (kind === "mirrorTarget" && pathOf(entry) !== "")) return [];
  const lost = [
    ...(partsOf(url).user === "" ? [] : ["its user"]),
    ...(pathOf(entry) === "" ? [] : [short(pathOf(entry))]),
  ];
  const without = lost.length > 0 ? `, without ${lost.join(" and ")}` : "";
  const edits = editChartValues(chart.config, chart.helmValues, [{ path, value: suggestion }]);
  return [{ name: "scheme", title: `Write ${suggestion}${without}`, edits }];
}
