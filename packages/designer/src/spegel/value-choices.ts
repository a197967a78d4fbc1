import { WELL_KNOWN_REGISTRIES } from "../assist/registries.js";

/** Values worth offering beside a default. Sources: the chart's values.yaml, Kubernetes, Kublr's page. */
export const CHOICES: ReadonlyMap<string, readonly string[]> = new Map([
  ["image.pullPolicy", ["Always", "IfNotPresent", "Never"]],
  ["spegel.logLevel", ["DEBUG", "INFO", "WARN", "ERROR"]],
  ["spegel.registryFilters", [":latest$", "^docker\\.io/", "^ghcr\\.io/"]],
  ["spegel.mirroredRegistries", WELL_KNOWN_REGISTRIES.map((registry) => `https://${registry}`)],
  ["spegel.registries", WELL_KNOWN_REGISTRIES.map((registry) => `https://${registry}`)],
]);
