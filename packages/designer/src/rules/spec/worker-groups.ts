import type { SpecEdit } from "../../analysis.js";
import { isMap } from "../../plain-data.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { type ClusterParts, clusterParts } from "./cluster-parts.js";
import { hasMisspelt } from "./near-name.js";

export const workerGroups: Rule = {
  code: "spec/worker-groups",
  severity: "warning",
  when: "worker groups, or the master, under a key that is not theirs (`spec.workers`, `spec.nodeGroups`, `spec.masters`)",
  explanation:
    "The worker groups are the list spec.nodes and the master is the map spec.master. Under another key nothing reads them: " +
    "the preview shows no role for them.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const parts = clusterParts(preview);
    if (!parts) return;
    for (const [key, value] of Object.entries(parts.body)) {
      const target = groupsUnder(key, value);
      if (target === null || isToldAlready(key, target)) continue;
      yield {
        message: `spec.${key} has no effect: ${target === "nodes" ? "worker groups are" : "the master is"} described in spec.${target}.`,
        path: ["spec", key],
        atKey: true,
        fixes: () => fix(parts, key, value, target),
      };
    }
  },
};

const WORKERS =
  /^(?:workers?|workers?(?:nodes?|groups?|pools?)|nodes?(?:groups?|pools?)|(?:instance)?groups|nodes?)$/;
const MASTERS = /^(?:masters?|masters?(?:nodes?|groups?)|controlplanes?)$/;

/** Where what stands under a key of `spec` belongs; null where it is something else. */
export function groupsUnder(key: string, value: unknown): "nodes" | "master" | null {
  if (key === "nodes" || key === "master") return null;
  const word = key.toLowerCase().replaceAll(/[-_]/g, "");
  const items = Array.isArray(value) ? value : [value];
  if (!items.some(isGroup)) return null;
  if (WORKERS.test(word)) return "nodes";
  return MASTERS.test(word) && items.length === 1 ? "master" : null;
}

const GROUP_KEYS = [
  "minNodes",
  "maxNodes",
  "initialNodes",
  "autoscaling",
  "kublrVariant",
  "kublrAgentConfig",
  "locations",
];

function isGroup(value: unknown): boolean {
  return isMap(value) && GROUP_KEYS.some((key) => Object.hasOwn(value, key));
}

/** spec/unknown-key knows a key that is near the right one. */
function isToldAlready(key: string, target: string): boolean {
  return hasMisspelt({ [key]: null }, target);
}

function fix({ body }: ClusterParts, key: string, value: unknown, target: "nodes" | "master"): FindingFix[] {
  const there = body[target] ?? null;
  const isFree = there === null || (Array.isArray(there) && there.length === 0);
  if (!isFree) return [];
  const path = ["spec", key];
  const clear: SpecEdit[] = Object.hasOwn(body, target) ? [{ path: ["spec", target], remove: true }] : [];
  if (Array.isArray(value) === (target === "nodes"))
    return [{ name: "rename", title: `Rename it to ${target}`, edits: [...clear, { path, rename: target }] }];
  const moved: SpecEdit[] =
    target === "nodes"
      ? [...clear, { path, move: ["spec", "nodes", 0] }]
      : [...clear, { path: [...path, 0], move: ["spec", "master"] }, { path, remove: true }];
  return [{ name: "move", title: `Move it to spec.${target}`, edits: moved }];
}
