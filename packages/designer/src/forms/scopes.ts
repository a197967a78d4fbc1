import {
  clusterRoles,
  type EffectiveConfig,
  effectiveAgentConfig,
  type ParsedSpec,
  type RoleSpec,
} from "@lookinglass/cluster-spec";
import type { SpecPath } from "../analysis.js";
import { type HelmValues, readHelmValues } from "../spegel/read-helm-values.js";

/** A level of the spec that a form edits, with the config in force there. */
export interface Scope {
  /** "cluster", or the id of a role. */
  readonly id: string;
  readonly kind: "cluster" | "master" | "worker";
  readonly title: string;
  /** The kublrAgentConfig that the form writes. */
  readonly configPath: SpecPath;
  readonly config: EffectiveConfig;
  readonly helmValues: HelmValues;
}

const CLUSTER_CONFIG: SpecPath = ["spec", "kublrAgentConfig"];

/** The whole cluster, then every group that the spec names; empty without a cluster. */
export function readScopes(spec: ParsedSpec): readonly Scope[] {
  const roles = clusterRoles(spec);
  const [first] = roles;
  if (!first) return [];
  // A role that the spec does not describe has the cluster's config and no other.
  const cluster = effectiveAgentConfig(spec, { ...first, path: null });
  const groups = roles.filter(({ path }) => path !== null).map((role) => groupScope(spec, role));
  return [
    {
      id: "cluster",
      kind: "cluster",
      title: "Whole cluster",
      configPath: CLUSTER_CONFIG,
      config: cluster,
      helmValues: readHelmValues(cluster),
    },
    ...groups,
  ];
}

function groupScope(spec: ParsedSpec, role: RoleSpec): Scope {
  const config = effectiveAgentConfig(spec, role);
  const { id, kind, title, configPath } = role;
  return { id, kind, title, configPath, config, helmValues: readHelmValues(config) };
}

/** Does this level itself write the value at this path of its agent config? */
export function writesHere(scope: Scope, path: SpecPath): boolean {
  return originOf(scope, path) === "here";
}

/** Which level writes the value in force at this path of the agent config. */
export function originOf(scope: Scope, path: SpecPath): "here" | "cluster" | "default" {
  const layer = scope.config.layers.findLast(({ value }) => hasValue(value, path));
  if (!layer) return "default";
  return scope.id === "cluster" || layer.kind === "group" ? "here" : "cluster";
}

/** Place of the value in force, by the level that writes it. */
export function writtenPath(
  scope: Scope,
  from: ReturnType<typeof originOf>,
  path: SpecPath,
): SpecPath | null {
  if (from === "default") return null;
  return [...(from === "here" ? scope.configPath : CLUSTER_CONFIG), ...path];
}

/** Is anything written at this path? */
export function hasValue(value: unknown, path: SpecPath): boolean {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return false;
    current = Reflect.get(current, key);
  }
  return current !== undefined;
}
