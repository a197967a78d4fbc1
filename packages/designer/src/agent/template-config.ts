import type { SampleNode } from "../analysis.js";
import { isMap, mergeDeep } from "../plain-data.js";
import { ownConfigKeys } from "./config-keys.js";
import type { GeneratedConfig } from "./generated-config.js";
import { SPEGEL_ENABLED } from "./spegel-state.js";

/** What a role's templates need to know about the node they are rendered on. */
export interface NodeFacts {
  readonly node: SampleNode;
  readonly masters: readonly SampleNode[];
  readonly spegelEnabled: boolean;
  readonly generated: GeneratedConfig;
}

/** What a node's templates are rendered with. */
export interface NodeValues {
  /** Templates see it as `.config`. */
  readonly config: unknown;
  /** The masters' addresses: what the reconstructed template alone sees, as `.masters`. */
  readonly masters: readonly string[];
}

/**
 * The `.config` that the agent's templates see on one node: the agent's default for `cluster.addon.spegel.enabled`, what
 * Kublr's generator adds, the role's effective agent config and facts of the node; agent/config-keys.ts says of each key
 * who shows it. That the user's config wins over the generator's is an assumption. What the user sets as extra values
 * wins over all.
 */
function templateConfig(
  effectiveConfig: unknown,
  facts: NodeFacts,
  extraConfig: Readonly<Record<string, unknown>> = {},
): unknown {
  const defaults = SPEGEL_ENABLED.reduceRight<unknown>(
    (value, key) => ({ [key]: value }),
    facts.spegelEnabled,
  );
  const own = { node_name: facts.node.name, master_address_ips: addressesOf(facts.masters) };
  const address = { node_address_ip: facts.node.address };
  return [own, facts.generated, effectiveConfig, address, extraConfig].reduce(mergeDeep, defaults);
}

/** The keys of ours that neither the role's config nor an extra value says. */
export function assumedKeys(
  effectiveConfig: unknown,
  extraConfig: Readonly<Record<string, unknown>> = {},
): string[] {
  const said = [effectiveConfig, extraConfig].filter(isMap);
  return [...ownConfigKeys].filter((key) => !said.some((config) => Object.hasOwn(config, key)));
}

/** What the templates of one node are rendered with. */
export function nodeValues(
  effectiveConfig: unknown,
  facts: NodeFacts,
  extraConfig?: Readonly<Record<string, unknown>>,
): NodeValues {
  return { config: templateConfig(effectiveConfig, facts, extraConfig), masters: addressesOf(facts.masters) };
}

function addressesOf(nodes: readonly SampleNode[]): string[] {
  return nodes.map(({ address }) => address);
}
