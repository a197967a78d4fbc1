import { toPosition } from "@lookinglass/cluster-spec";
import type { SpecPath } from "../../analysis.js";
import { counted } from "../../bounded-text.js";
import type { Preview } from "../../preview.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { named } from "../short.js";
import { type ClusterParts, clusterParts, headOf } from "./cluster-parts.js";

export const duplicateName: Rule = {
  code: "spec/duplicate-name",
  severity: "warning",
  when: "two worker groups, or two locations, of one name; a worker group with the name of the master's group",
  explanation:
    "Groups and locations are told apart by their names. A group without one becomes `default`, and the master's group is " +
    "named `master` (seen in agent 1.8).",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const parts = clusterParts(preview);
    if (!parts) return;
    yield* repeatedLocations(preview, parts);
    yield* repeatedGroups(preview, parts);
  },
};

function* repeatedLocations(preview: Preview, parts: ClusterParts): Iterable<Finding> {
  const first = new Map<string, SpecPath>();
  for (const { path, name } of parts.locations) {
    const other = name === null ? undefined : first.get(name);
    if (name !== null && other === undefined) first.set(name, path);
    if (name === null || other === undefined) continue;
    yield {
      message: `Location ${named(name)} has the name of the location ${onLine(preview, parts, other)}: no locationRef tells them apart.`,
      many: "locations have the name of another: no locationRef tells them apart.",
      path: [...path, "name"],
    };
  }
}

/** What a group without a name is called, and the master's own group. */
const NAMELESS = "default";
const MASTER = "master";

function* repeatedGroups(preview: Preview, parts: ClusterParts): Iterable<Finding> {
  const first = new Map<string, SpecPath | null>();
  const master = parts.groups.find(({ isMaster }) => isMaster);
  first.set(master?.name ?? MASTER, null);
  for (const { path, name, data, isMaster, roles } of parts.groups) {
    // A fragment may leave names out.
    const called = name ?? (parts.isWhole && (data.name ?? "") === "" ? NAMELESS : null);
    if (isMaster || called === null) continue;
    const other = first.get(called);
    if (other === undefined) first.set(called, path);
    else
      yield {
        message: other === null ? likeMaster(called) : likeGroup(name, called, onLine(preview, parts, other)),
        many: "worker groups have the name of another group.",
        path: [...path, "name"],
        range: name === null ? headOf(parts, path) : null,
        roles,
      };
  }
}

function likeMaster(name: string): string {
  return `Worker group ${named(name)} has the name of the master's group.`;
}

function likeGroup(name: string | null, called: string, place: string): string {
  if (name === null)
    return `A group without a name becomes ${called}, as the group ${place} is called already.`;
  return `Group ${named(name)} has the name of the group ${place}.`;
}

function onLine({ spec }: Preview, parts: ClusterParts, path: SpecPath): string {
  return `on line ${counted(toPosition(spec, headOf(parts, path)?.start ?? 0).line)}`;
}
