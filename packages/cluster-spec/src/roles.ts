import { clusterDocument } from "./cluster.js";
import { isArray, isObject, type JsonValue, ownValue } from "./json.js";
import type { ParsedSpec, SpecDocument } from "./parse/parse-spec.js";
import type { SpecPath } from "./path.js";
import { nameAt } from "./scalars.js";

/** One kind of node that the cluster has. */
export interface RoleSpec {
  /** "master" or "nodes/<name or index>"; unique within a spec. */
  readonly id: string;
  readonly kind: "master" | "worker";
  readonly title: string;
  /** The spec does not name it; every cluster has masters, and an unfinished spec is shown with one worker group. */
  readonly assumed: boolean;
  /** Where the spec describes it; null when it does not. */
  readonly path: SpecPath | null;
  /** Where its own agent config is, or would be. */
  readonly configPath: SpecPath;
  readonly nodeCount: { readonly min: number | null; readonly max: number | null };
}

const UNKNOWN_COUNT = { min: null, max: null };

/**
 * The master and every worker group, in the order of the spec; empty when no cluster is previewed. A group's id is
 * its name; the first nameless group is "default" unless another is called so, and every other nameless or repeated
 * one has its index.
 */
export function clusterRoles(spec: ParsedSpec): readonly RoleSpec[] {
  const document = clusterDocument(spec);
  if (!document) return [];
  const body = ownValue(document.data, "spec");
  return [masterRole(ownValue(body, "master")), ...workerRoles(body, document)];
}

function masterRole(master: JsonValue | undefined): RoleSpec {
  const path = ["spec", "master"];
  const assumed = !isObject(master);
  return {
    id: "master",
    kind: "master",
    title: "master",
    assumed,
    path: assumed ? null : path,
    configPath: [...path, "kublrAgentConfig"],
    nodeCount: nodeCount(master),
  };
}

function workerRoles(body: JsonValue | undefined, document: SpecDocument): RoleSpec[] {
  const nodes = ownValue(body, "nodes") ?? null;
  if (isArray(nodes)) return groupRoles(nodes, document);
  const unfinished = nodes === null && !isObject(ownValue(body, "master"));
  return unfinished ? [assumedWorkers()] : [];
}

function assumedWorkers(): RoleSpec {
  return {
    id: "nodes/default",
    kind: "worker",
    title: "default",
    assumed: true,
    path: null,
    configPath: ["spec", "nodes", 0, "kublrAgentConfig"],
    nodeCount: UNKNOWN_COUNT,
  };
}

function groupRoles(groups: readonly JsonValue[], document: SpecDocument): RoleSpec[] {
  const written = groups.map((_, index) => nameAt(document, ["spec", "nodes", index, "name"]));
  const names = groupNames(groups, written);
  const taken = new Set(names.map((name) => `nodes/${name}`));
  return groups.flatMap((group, index) => {
    if (group !== null && !isObject(group)) return [];
    const name = names[index] ?? null;
    const path = ["spec", "nodes", index];
    return {
      id: name === null ? indexId(index, taken) : `nodes/${name}`,
      kind: "worker" as const,
      title: name ?? untitled(written[index] ?? null, index),
      assumed: false,
      path,
      configPath: [...path, "kublrAgentConfig"],
      nodeCount: nodeCount(group),
    };
  });
}

/** The name that identifies each group; null for those that only their index identifies. */
function groupNames(groups: readonly JsonValue[], written: readonly (string | null)[]): (string | null)[] {
  const used = new Set<string>();
  let defaultIsFree = !written.includes("default");
  return written.map((name, index) => {
    const group = groups[index] ?? null;
    if (name === null && defaultIsFree && (group === null || isObject(group))) {
      defaultIsFree = false;
      return "default";
    }
    if (name === null || used.has(name)) return null;
    used.add(name);
    return name;
  });
}

/** A group may be named like another one's index. */
function indexId(index: number, taken: Set<string>): string {
  let id = `nodes/${index}`;
  while (taken.has(id)) id += "'";
  taken.add(id);
  return id;
}

function untitled(name: string | null, index: number): string {
  return name === null ? `nodes[${index}]` : `${name} (nodes[${index}])`;
}

/** A group without `maxNodes` has a fixed size. */
function nodeCount(group: JsonValue | undefined): RoleSpec["nodeCount"] {
  const count = (key: string): number | null => {
    const value = ownValue(group, key);
    return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : null;
  };
  const min = count("minNodes") ?? count("initialNodes");
  return { min, max: count("maxNodes") ?? min };
}
