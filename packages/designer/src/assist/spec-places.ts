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

/**
 * The section and key under which spec-docs.ts describes a path: `group.minNodes`, `agent.extensions.*.path`. The
 * master and the worker groups are one section; so is every kublrAgentConfig.
 */
export function docsKey(path: SpecPath): string {
  const inAgent = agentConfigPath(path);
  if (inAgent && inAgent.length > 0) return sectionKey("agent", withoutExtensionName(inAgent));
  const inGroup = groupPath(path);
  return inGroup && inGroup.length > 0 ? sectionKey("group", inGroup) : path.map(anyIndex).join(".");
}

/** Path below `spec.master` or an item of `spec.nodes`; null elsewhere. */
function groupPath([spec, groups, ...below]: SpecPath): SpecPath | null {
  if (spec !== "spec") return null;
  if (groups === "master") return below;
  return groups === "nodes" && below.length > 0 ? below.slice(1) : null;
}

function sectionKey(section: string, path: SpecPath): string {
  return [section, ...path.map(anyIndex)].join(".");
}

function anyIndex(segment: string | number): string {
  return typeof segment === "number" ? "*" : segment;
}

function withoutExtensionName(path: SpecPath): SpecPath {
  return path[0] === "extensions" ? path.map((segment, index) => (index === 1 ? "*" : segment)) : path;
}
