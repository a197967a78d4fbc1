import type { EffectiveConfig } from "@lookinglass/cluster-spec";
import { sourceOf, valueAt } from "@lookinglass/cluster-spec";
import type { ContainerRuntime, ValueOrigin } from "../analysis.js";
import { integratesSpegel } from "./versions.js";

/** Place of the Spegel section in an agent config. */
export const SPEGEL = ["cluster", "addon", "spegel"] as const;
export const SPEGEL_ENABLED = [...SPEGEL, "enabled"] as const;
export const HELM_VALUES = [...SPEGEL, "helm_values"] as const;

/**
 * Is the agent's Spegel integration on under this effective config?
 *
 * Source: Kublr's page. Agents from some build of 1.27 on integrate Spegel, on by default, off by default for runtimes other than
 * containerd; `cluster.addon.spegel.enabled` overrules the default. A value that is not a boolean counts as Go
 * templates would count it (the text "false" is true); spec/type reports it.
 */
export function spegelEnabled(
  config: EffectiveConfig,
  runtime: ContainerRuntime,
  agentVersion: string,
): { readonly value: boolean; readonly from: ValueOrigin } {
  if (!integratesSpegel(agentVersion)) return { value: false, from: { kind: "agent-version" } };
  const written = sourceOf(config, SPEGEL_ENABLED);
  if (written) return { value: Boolean(valueAt(config.value, SPEGEL_ENABLED)), from: written };
  if (runtime !== "containerd") return { value: false, from: { kind: "runtime" } };
  return { value: true, from: { kind: "default" } };
}
