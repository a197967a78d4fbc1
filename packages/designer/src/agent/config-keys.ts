import type { RoleSpec } from "@lookinglass/cluster-spec";

/** Who says that a key is in `.config`: Kublr's page, a published run of agent 1.8, public specs, or nobody but us. */
export type KeySource = "kublr" | "agent-1.8" | "specs" | "ours";

/** A key that templates may find in `.config`. */
export interface ConfigKey {
  /** Below `.config`. */
  readonly path: readonly string[];
  readonly docs: string;
  readonly source: KeySource;
  /** What the preview takes for it; null where a spec does not tell its value, so that the preview has none. */
  readonly filled: string | null;
  /** What it depends on besides the spec having it: a node that lacks it is no fault. */
  readonly only?: RoleSpec["kind"];
  /** There where the user's kublrAgentConfig has it, and else not. */
  readonly isOptional?: boolean;
}

const key = (
  path: string,
  source: KeySource,
  docs: string,
  filled: string | null,
  more: Pick<ConfigKey, "only" | "isOptional"> = {},
): ConfigKey => ({ path: path.split("."), source, docs, filled, ...more });

const OWN_CONFIG = "the kublrAgentConfig in force";
const NETWORK = " That it is spelled as in the spec is an assumption.";

/**
 * Source: Kublr's page for `node_address_ip` and what stands below `cluster.addon.spegel`. What was seen in agent 1.8 is
 * the /etc/kublr/daemon.yaml of one generator run of 2018: agents with Spegel are much younger, so a key may have
 * gone since. The agent's built-in defaults and the default files of extensions may hold more keys.
 */
export const configKeys: readonly ConfigKey[] = [
  key(
    "node_address_ip",
    "kublr",
    "Address of the node that the file is written on.",
    "the sample node's address",
  ),
  key("is_master", "agent-1.8", "Is the node a master?", "true for the masters, else false"),
  key(
    "node_group",
    "agent-1.8",
    "Name of the node's group; the masters' is `master`.",
    "the group's name, `default` where it has none",
  ),
  key("register_kubelet", "agent-1.8", "Whether the kubelet registers itself, as text.", null),
  key("labels", "specs", "Labels of the group's nodes.", OWN_CONFIG, { isOptional: true }),
  key("extensions", "kublr", "Files that the agent writes besides its own.", OWN_CONFIG, {
    isOptional: true,
  }),
  key("cluster", "agent-1.8", "What holds for the whole cluster.", "its keys"),
  key("cluster.name", "agent-1.8", "Name of the cluster.", "metadata.name"),
  key("cluster.network", "agent-1.8", "The cluster's network.", "its keys"),
  key(
    "cluster.network.clusterCIDR",
    "agent-1.8",
    `Addresses of pods and Services together.${NETWORK}`,
    "spec.network, else 100.64.0.0/10",
  ),
  key(
    "cluster.network.podCIDR",
    "agent-1.8",
    `Addresses of pods.${NETWORK}`,
    "spec.network, else 100.96.0.0/11",
  ),
  key(
    "cluster.network.serviceCIDR",
    "agent-1.8",
    `Addresses of Services.${NETWORK}`,
    "spec.network, else 100.64.0.0/13",
  ),
  key(
    "cluster.network.dnsDomain",
    "agent-1.8",
    `Domain of the cluster's own names.${NETWORK}`,
    "spec.network, else cluster.local",
  ),
  key(
    "cluster.addon_filter",
    "agent-1.8",
    "A regular expression over the names of addons: another way to switch one off.",
    null,
  ),
  key("cluster.addon", "kublr", "The agent's addons.", OWN_CONFIG),
  key("cluster.addon.spegel", "kublr", "The Spegel addon.", OWN_CONFIG),
  key(
    "cluster.addon.spegel.enabled",
    "kublr",
    "Is Spegel integrated?",
    `${OWN_CONFIG}, else the agent's default`,
  ),
  key("cluster.addon.spegel.helm_values", "kublr", "Values of Spegel's chart.", OWN_CONFIG, {
    isOptional: true,
  }),
  key("kublr_cloud_provider", "agent-1.8", "The cloud that the node runs in.", "its keys"),
  key(
    "kublr_cloud_provider.type",
    "agent-1.8",
    "The cloud's name: `aws` and `azure` were seen.",
    "the provider of the group's location, if it is one of these",
  ),
  key("secret_provider", "agent-1.8", "Where the agent gets its secrets from.", null),
  key("etcd_addresses", "agent-1.8", "Addresses of etcd.", null),
  key("master_addresses", "agent-1.8", "Addresses of the masters: a map of groups by priority.", null),
  key(
    "master_addresses_all",
    "agent-1.8",
    "All addresses of the masters, public ones and 127.0.0.1 too. On masters only.",
    null,
    { only: "master" },
  ),
  key("master_number", "agent-1.8", "Which of the masters the node is. On masters only.", null, {
    only: "master",
  }),
  key("node_name", "ours", "Name of the sample node.", "the sample node's name"),
  key("master_address_ips", "ours", "Addresses of the master nodes.", "the sample masters' addresses"),
];

const byPath: ReadonlyMap<string, ConfigKey> = new Map(configKeys.map((each) => [each.path.join("."), each]));

/** What is known of the key at a path below `.config`. */
export function configKey(path: readonly (string | number)[]): ConfigKey | null {
  return byPath.get(path.join(".")) ?? null;
}

/** Names of the keys of the preview that no public source shows. */
export const ownConfigKeys: ReadonlySet<string> = new Set(
  configKeys.filter(({ source }) => source === "ours").map(({ path }) => path.join(".")),
);

/** How a source is told. */
export function sourceWords(source: KeySource): string {
  return {
    kublr: "documented by Kublr",
    "agent-1.8": "seen in agent 1.8",
    specs: "written in public specs",
    ours: "Lookinglass's own: no public source shows that the agent has it",
  }[source];
}
