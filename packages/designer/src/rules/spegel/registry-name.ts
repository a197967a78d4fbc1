import { type RegistryNameFault, registryNameFault } from "@lookinglass/containerd";
import { compareReleases, type MirroredRegistry, readMirroredRegistry } from "@lookinglass/spegel";
import type { ChartPreview } from "../../preview.js";
import { type ChartValueChange, editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import { registryNameReason } from "../registry-name-words.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { short } from "../short.js";
import { type WrittenAddress, writtenAddresses } from "./written-addresses.js";

export const registryName: Rule = {
  code: "spegel/registry-name",
  severity: "warning",
  when: "a mirroredRegistries entry whose name no image has for its registry (Docker Hub's other names, capitals, wildcards, invalid names and ports)",
  explanation:
    "Spegel writes the directory of certs.d and, from 0.5.0 on, decides what it serves by the registry's name as it is listed. " +
    "containerd looks for the registry of the image, letter by letter: docker.io for Docker Hub. An entry that no image has " +
    "does nothing, and the images that were meant are pulled without Spegel.",
  docs: docs.spegelValues,
  *check({ spec, chart }): Iterable<Finding> {
    const { config, helmValues } = chart;
    const entries = writtenAddresses(chart).filter(({ kind }) => kind === "mirroredRegistry");
    for (const entry of entries) {
      const registry = readMirroredRegistry(entry.url, chart.chart.version);
      const fault = registry && faultOf(registry, chart.chart.version);
      if (!fault) continue;
      yield {
        message: `No image uses ${short(entry.written)} of ${entry.path.at(-2)}: ${fault.why}.`,
        ...locateChartValue(spec, config, helmValues, entry.path),
        fixes: () => mend(entry, fault.meant, entries, chart),
      };
    }
  },
};

interface EntryFault {
  readonly why: string;
  /** The entry that was surely meant. */
  readonly meant: string | null;
}

function faultOf(registry: MirroredRegistry, version: string): EntryFault | null {
  const { host, server, isWildcard } = registry;
  if (isWildcard) return null;
  const hasWildcard = compareReleases(version, "0.4.0") >= 0;
  if (host === "_default")
    return { why: ofDefault(server, hasWildcard), meant: hasWildcard ? "_default" : null };
  if (host === "") return { why: "it names no registry", meant: null };
  const fault = registryNameFault(host);
  if (!fault) return null;
  if (host === "*") return { why: allRegistries(hasWildcard), meant: hasWildcard ? "_default" : null };
  return { why: registryNameReason(host, fault), meant: meantEntry(fault, server) };
}

/** With a scheme it is a registry of that name: its directory is that of all, and its server nobody's. */
function ofDefault(server: string, hasWildcard: boolean): string {
  return `Spegel writes server = ${server} into _default/hosts.toml, where every other pull then ends; ${allRegistries(hasWildcard)}`;
}

function allRegistries(hasWildcard: boolean): string {
  return hasWildcard
    ? "all registries are _default, without a scheme"
    : "all registries are an empty list, from 0.1.0 on";
}

function meantEntry({ reason, meant }: RegistryNameFault, server: string): string | null {
  if (meant === null) return null;
  const scheme =
    meant === "docker.io" || reason === "docker-hub" ? "https" : server.slice(0, server.indexOf(":"));
  return `${scheme}://${meant}`;
}

function mend(
  { path, written, url }: WrittenAddress,
  meant: string | null,
  entries: readonly WrittenAddress[],
  { config, helmValues }: ChartPreview,
): FindingFix[] {
  if (meant === null || written !== url) return [];
  const listed = entries.some((other) => other.written === meant);
  const isSecondWildcard = meant === "_default" && entries.some((other) => other.written === "*");
  if (isSecondWildcard) return [];
  const fix = (name: string, title: string, change: ChartValueChange) => [
    { name, title, edits: editChartValues(config, helmValues, [change]) },
  ];
  return listed
    ? fix("remove", `Remove it: ${meant} is listed`, { path, remove: true })
    : fix("meant", `Write ${meant}`, { path, value: meant });
}
