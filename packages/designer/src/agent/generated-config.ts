import {
  clusterDocument,
  type ParsedSpec,
  type RoleSpec,
  valueAt,
  writtenWord,
} from "@lookinglass/cluster-spec";
import { oncePer } from "../memoised.js";
import { isMap } from "../plain-data.js";

/** What Kublr's generator puts into a group's agent config besides the group's kublrAgentConfig. */
export interface GeneratedConfig {
  readonly is_master: boolean;
  readonly node_group: string;
  readonly cluster: {
    readonly name?: string;
    readonly network?: Readonly<Record<string, string>>;
  };
  readonly kublr_cloud_provider?: { readonly type: string };
}

/** Source: the expanded spec of a generator run, agent 1.8. */
const NETWORK_DEFAULTS = {
  clusterCIDR: "100.64.0.0/10",
  podCIDR: "100.96.0.0/11",
  serviceCIDR: "100.64.0.0/13",
  dnsDomain: "cluster.local",
} as const;

/** Providers whose name in `kublr_cloud_provider.type` is published; the spec's sections are called the same. */
const PROVIDERS = ["aws", "azure"] as const;

/**
 * The generated part of a role's config, as far as the spec tells it. Where it tells no name, and of a fragment no
 * network, there is none.
 *
 * Source: one generator run of 2018 (agent 1.8), with the spec and the daemon.yaml of its nodes. How the keys of
 * `cluster.network` are spelled there is not known: they are taken to be the spec's.
 */
export function generatedConfig(spec: ParsedSpec, role: RoleSpec): GeneratedConfig {
  const name = spec.cluster.form === "none" ? null : spec.cluster.name;
  const network = networkOf(spec);
  const type = providerOf(spec, role);
  return {
    is_master: role.kind === "master",
    node_group: groupName(spec, role),
    cluster: { ...(name ? { name } : {}), ...(network ? { network } : {}) },
    ...(type ? { kublr_cloud_provider: { type } } : {}),
  };
}

/** A name without quotes may be a number: what stands there counts. */
function groupName(spec: ParsedSpec, { kind, path }: RoleSpec): string {
  if (kind === "master") return "master";
  return (path && textAt(spec, [...path, "name"])) || "default";
}

function networkOf(spec: ParsedSpec): Record<string, string> | null {
  const defaults = spec.cluster.form === "cluster" ? NETWORK_DEFAULTS : {};
  const written = Object.keys(NETWORK_DEFAULTS).flatMap((key): [string, string][] => {
    const text = textAt(spec, ["spec", "network", key]);
    return text ? [[key, text]] : [];
  });
  const network = { ...defaults, ...Object.fromEntries(written) };
  return Object.keys(network).length > 0 ? network : null;
}

/** The provider of the first of the role's locations. */
function providerOf(spec: ParsedSpec, { path }: RoleSpec): string | null {
  const reference = path && textAt(spec, [...path, "locations", 0, "locationRef"]);
  return reference ? (providersByLocation(spec).get(reference) ?? null) : null;
}

/** Of two locations of one name the first counts. */
const providersByLocation = oncePer((spec: ParsedSpec): ReadonlyMap<string, string | null> => {
  const providers = new Map<string, string | null>();
  const locations = valueAt(clusterDocument(spec)?.data, ["spec", "locations"]);
  for (const [index, location] of (Array.isArray(locations) ? locations : []).entries()) {
    const name = textAt(spec, ["spec", "locations", index, "name"]);
    if (!name || providers.has(name)) continue;
    providers.set(name, PROVIDERS.find((provider) => isMap(valueAt(location, [provider]))) ?? null);
  }
  return providers;
});

function textAt(spec: ParsedSpec, path: readonly (string | number)[]): string | null {
  const document = clusterDocument(spec);
  const value = document && valueAt(document.data, path);
  if (typeof value === "string") return value;
  return document && (typeof value === "number" || typeof value === "boolean")
    ? writtenWord(document, path)
    : null;
}
