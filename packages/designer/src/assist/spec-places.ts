import type { SpecPath } from "@lookinglass/cluster-spec";
import { HELM_VALUES } from "../agent/spegel-state.js";

/** Path below `kublrAgentConfig`, of the cluster or of a group; null elsewhere. */
function agentConfigPath(path: SpecPath): SpecPath | null {
  if (path[0] !== "spec") return null;
  const below = groupPath(path) ?? path.slice(1);
  return below[0] === "kublrAgentConfig" ? below.slice(1) : null;
}

/** Path of a chart value below `helm_values`; null elsewhere. */
export function chartPath(path: SpecPath): SpecPath | null {
  const below = agentConfigPath(path);
  if (!below || below.length < HELM_VALUES.length) return null;
  return HELM_VALUES.every((key, index) => below[index] === key) ? below.slice(HELM_VALUES.length) : null;
}

/** Is it the path of an extension's `path` or `content`? */
export function isExtensionField(path: SpecPath, field: "path" | "content"): boolean {
  const below = agentConfigPath(path);
  return below?.length === 3 && below[0] === "extensions" && below[2] === field;
}

/** Is it the path of the map of extensions? */
export function isExtensions(path: SpecPath): boolean {
  const below = agentConfigPath(path);
  return below?.length === 1 && below[0] === "extensions";
}

/** Path below `spec.master` or an item of `spec.nodes`; null elsewhere. */
function groupPath([spec, groups, ...below]: SpecPath): SpecPath | null {
  if (spec !== "spec") return null;
  if (groups === "master") return below;
  return groups === "nodes" && below.length > 0 ? below.slice(1) : null;
}
