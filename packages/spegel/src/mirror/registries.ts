/** The registry and target lists that Spegel's arguments hold, read and checked as each release does it. */
import { formatUrl, type GoUrl, hasQueryParameters, toWellFormed } from "@lookinglass/go";
import { parseRegistryUrl } from "../registry-url.js";
import type { MirrorBehaviour } from "./behaviour.js";

export interface Registry {
  /** Directory under certs.d that its hosts.toml goes to. */
  readonly directory: string;
  /** Directory under _backup where an existing hosts.toml is looked for. */
  readonly backupDirectory: string;
  /** The registry as host[:port], as image references name it. */
  readonly host: string;
  /** Text of the `server` line, "" for none. */
  readonly server: string;
  /** The address as Spegel prints it. */
  readonly address: string;
  readonly isWildcard: boolean;
}

export type RegistriesResult = { readonly registries: readonly Registry[] } | { readonly error: string };
export type TargetsResult = { readonly targets: readonly string[] } | { readonly error: string };

/**
 * The mirrored registries. Up to 0.3.0 the command line splits off URLs and all of them are checked together;
 * in 0.4.0 `_default` is a name of its own; since 0.5.0 `_default` and `*` are wildcards, one at most.
 */
export function parseRegistries(list: readonly string[], behaviour: MirrorBehaviour): RegistriesResult {
  if (list.length === 0) {
    const all = behaviour.registryList === "separate-check" ? rootedWildcard : wildcard;
    return { registries: behaviour.emptyList === "all-registries" ? [all] : [] };
  }
  if (behaviour.registryList === "separate-check") return parseThenCheck(list, behaviour);
  const wildcards = behaviour.registryList === "wildcards" ? ["_default", "*"] : ["_default"];
  const registries: Registry[] = [];
  let hasWildcard = false;
  for (const entry of list) {
    if (wildcards.includes(entry)) {
      if (behaviour.registryList === "wildcards" && hasWildcard) {
        return { error: "registries should not contain two wildcards" };
      }
      hasWildcard = true;
      registries.push(wildcard);
      continue;
    }
    const parsed = parseChecked(entry);
    if ("error" in parsed) return parsed;
    const registry = registryOf(parsed.url);
    // 0.4.0 knows _default by its host alone, whatever the scheme in front of it.
    const isNamedDefault = behaviour.registryList === "default-name" && registry.host === "_default";
    registries.push(isNamedDefault ? { ...registry, server: "" } : registry);
  }
  return { registries };
}

/** The mirror targets as they are written. Before 0.4.0 they were parsed, but not checked. */
export function parseTargets(list: readonly string[], behaviour: MirrorBehaviour): TargetsResult {
  const targets: string[] = [];
  for (const entry of list) {
    if (behaviour.registryList === "wildcards" && ["_default", "*"].includes(entry)) {
      return { error: "wildcard registries are not allowed" };
    }
    const parsed =
      behaviour.registryList === "separate-check" ? parseRegistryUrl(entry) : parseChecked(entry);
    if ("error" in parsed) return parsed;
    targets.push(formatUrl(parsed.url));
  }
  return { targets };
}

const wildcard: Registry = {
  directory: "_default",
  backupDirectory: "_default",
  host: "_default",
  server: "",
  address: "//_default",
  isWildcard: true,
};

/** 0.1.0 to 0.3.0 look for an existing file of all registries in _backup itself, and so never find _default. */
const rootedWildcard: Registry = { ...wildcard, backupDirectory: "", host: "", address: "" };

function registryOf(url: GoUrl): Registry {
  const address = formatUrl(url);
  const host = toWellFormed(url.host);
  const server = address === "https://docker.io" ? "https://registry-1.docker.io" : address;
  return {
    directory: host,
    backupDirectory: host,
    host,
    server,
    address,
    isWildcard: false,
  };
}

function parseThenCheck(list: readonly string[], behaviour: MirrorBehaviour): RegistriesResult {
  const urls: GoUrl[] = [];
  for (const entry of list) {
    const parsed = parseRegistryUrl(entry);
    if ("error" in parsed) return parsed;
    urls.push(parsed.url);
  }
  const faults = urls.flatMap(urlFaults);
  if (faults.length > 0) return { error: faults.join("\n") };
  const registries = urls.map(registryOf);
  if (behaviour.emptyList === "nothing") return { registries };
  // An address without a host goes where all registries go.
  return {
    registries: registries.map((item) => (item.host === "" ? { ...item, directory: "_default" } : item)),
  };
}

function parseChecked(entry: string): { readonly url: GoUrl } | { readonly error: string } {
  const parsed = parseRegistryUrl(entry);
  if ("error" in parsed) return parsed;
  const faults = urlFaults(parsed.url);
  return faults.length > 0 ? { error: faults.join("\n") } : parsed;
}

function urlFaults(url: GoUrl): string[] {
  const text = formatUrl(url);
  const faults: string[] = [];
  if (url.scheme !== "http" && url.scheme !== "https") {
    faults.push(`invalid registry url scheme must be http or https: ${text}`);
  }
  if (url.path !== "") faults.push(`invalid registry url path has to be empty: ${text}`);
  if (hasQueryParameters(url)) faults.push(`invalid registry url query has to be empty: ${text}`);
  if (url.user !== null) faults.push(`invalid registry url user has to be empty: ${text}`);
  return faults;
}
