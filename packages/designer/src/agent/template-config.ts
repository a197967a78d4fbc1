import type { SampleNode } from "../analysis.js";
import { mergeDeep } from "../plain-data.js";
import { SPEGEL_ENABLED } from "./spegel-state.js";

/** What a role's templates need to know about the node they are rendered on. */
export interface NodeFacts {
  readonly node: SampleNode;
  readonly masters: readonly SampleNode[];
  readonly spegelEnabled: boolean;
}

/**
 * The `.config` that the agent's templates see on one node.
 *
 * An assumption (docs/model.md): the role's effective agent config, with the agent's own default for
 * `cluster.addon.spegel.enabled`, plus facts about the node. `node_address_ip` is named by Kublr's page; the other
 * facts are ours, for the reconstructed default template. What the user sets as extra values wins.
 */
export function templateConfig(
  effectiveConfig: unknown,
  facts: NodeFacts,
  extraConfig: Readonly<Record<string, unknown>> = {},
): unknown {
  const defaults = SPEGEL_ENABLED.reduceRight<unknown>(
    (value, key) => ({ [key]: value }),
    facts.spegelEnabled,
  );
  const nodeFacts = {
    node_address_ip: facts.node.address,
    node_name: facts.node.name,
    master_address_ips: facts.masters.map((master) => master.address),
  };
  return [effectiveConfig, nodeFacts, extraConfig].reduce(mergeDeep, defaults);
}
