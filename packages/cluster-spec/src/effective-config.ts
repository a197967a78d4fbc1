import { clusterDocument } from "./cluster.js";
import { defineOwn, isArray, isObject, type JsonObject, type JsonValue } from "./json.js";
import type { ParsedSpec } from "./parse/parse-spec.js";
import { childOf, type SpecPath, valueAt } from "./path.js";
import type { RoleSpec } from "./roles.js";

/** One `kublrAgentConfig` as Kublr keeps it: nulls of its maps are gone. */
export interface ConfigLayer {
  readonly kind: "cluster" | "group";
  readonly path: SpecPath;
  readonly value: JsonObject;
}

/**
 * The agent config of one role's nodes, with the layers it was made of: the cluster's first, then the group's. Roles
 * that have no config of their own share one object.
 */
export interface EffectiveConfig {
  readonly value: JsonObject;
  readonly layers: readonly ConfigLayer[];
}

export interface ConfigSource {
  readonly kind: "cluster" | "group";
  /** Path from the document's root. */
  readonly path: SpecPath;
}

const CLUSTER_CONFIG: SpecPath = ["spec", "kublrAgentConfig"];

/**
 * The agent config in force for a role: `spec.kublrAgentConfig` overlaid by the group's own. Maps merge deeply,
 * lists and scalars replace. The Kublr API removes nulls from structured maps (Kublr's page on image caching), and
 * does so per layer, before anything is merged: a null in a group's map does not unset the cluster's value.
 * The overlay is an assumption: the Kublr agent is closed source.
 */
export function effectiveAgentConfig(spec: ParsedSpec, role: RoleSpec): EffectiveConfig {
  const data = clusterDocument(spec)?.data ?? null;
  const cluster = clusterConfig(valueAt(data, CLUSTER_CONFIG));
  const own = role.path === null ? undefined : valueAt(data, role.configPath);
  if (!isObject(own)) return cluster;
  const layer: ConfigLayer = { kind: "group", path: role.configPath, value: withoutNulls(own) };
  const value = cluster.layers.length > 0 ? mergeMaps(cluster.value, layer.value) : layer.value;
  return { value, layers: [...cluster.layers, layer] };
}

const NO_CONFIG: EffectiveConfig = { value: {}, layers: [] };

const clusterConfigs = new WeakMap<JsonObject, EffectiveConfig>();

function clusterConfig(written: JsonValue | undefined): EffectiveConfig {
  if (!isObject(written)) return NO_CONFIG;
  const known = clusterConfigs.get(written);
  if (known) return known;
  const value = withoutNulls(written);
  const config: EffectiveConfig = { value, layers: [{ kind: "cluster", path: CLUSTER_CONFIG, value }] };
  clusterConfigs.set(written, config);
  return config;
}

/** Every role shares the cluster's layer: what was cleaned is kept as long as the spec's data. */
const cleaned = new WeakMap<JsonObject, JsonObject>();

function withoutNulls(map: JsonObject): JsonObject {
  const known = cleaned.get(map);
  if (known) return known;
  const kept = {};
  for (const [key, value] of Object.entries(map)) {
    if (value !== null) defineOwn(kept, key, isObject(value) ? withoutNulls(value) : value);
  }
  cleaned.set(map, kept);
  return kept;
}

function mergeMaps(lower: JsonObject, upper: JsonObject): JsonObject {
  const merged = {};
  for (const [key, value] of Object.entries(lower)) defineOwn(merged, key, value);
  for (const [key, value] of Object.entries(upper)) {
    const below = childOf(lower, key);
    defineOwn(merged, key, isObject(below) && isObject(value) ? mergeMaps(below, value) : value);
  }
  return merged;
}

/**
 * Where the spec writes the value that is in force at a path of an effective config; of a map that both layers write
 * to, the group's place. Null when the config has nothing there.
 */
export function sourceOf(config: EffectiveConfig, path: SpecPath): ConfigSource | null {
  if (valueAt(config.value, path) === undefined) return null;
  const layer = config.layers.findLast((candidate) => valueAt(candidate.value, path) !== undefined);
  return layer ? { kind: layer.kind, path: [...layer.path, ...path] } : null;
}

/**
 * Paths (from the document's root) of every null that the Kublr API removes from a kublrAgentConfig: nulls that are
 * values of maps, not those in lists or in texts.
 */
export function droppedNulls(spec: ParsedSpec): readonly SpecPath[] {
  const data = clusterDocument(spec)?.data ?? null;
  const nodes = valueAt(data, ["spec", "nodes"]);
  const groups = isArray(nodes) ? nodes.map((_, index): SpecPath => ["spec", "nodes", index]) : [];
  const owners: SpecPath[] = [["spec"], ["spec", "master"], ...groups];
  return owners.flatMap((owner) => {
    const path = [...owner, "kublrAgentConfig"];
    const config = valueAt(data, path);
    return isObject(config) ? nullsOf(config, path) : [];
  });
}

function nullsOf(map: JsonObject, path: SpecPath): SpecPath[] {
  return Object.entries(map).flatMap(([key, value]) => {
    if (value === null) return [[...path, key]];
    return isObject(value) ? nullsOf(value, [...path, key]) : [];
  });
}
