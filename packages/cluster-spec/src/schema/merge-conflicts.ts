import { sameData } from "../json.js";
import { toData } from "../parse/data.js";
import { type MapEntry, type MapNode, mergeSources, type SpecNode } from "../parse/nodes.js";
import type { SpecDocument } from "../parse/parse-spec.js";
import type { OffsetRange } from "../positions.js";

/** A key above a merge key that brings another value for it: go-yaml v3 keeps the first, v2 takes the merged one. */
export interface MergeConflict {
  readonly key: string;
  readonly range: OffsetRange;
}

/** Every one of a document, in its order; bounded by the size of its text. */
export function mergeConflicts(document: SpecDocument): readonly MergeConflict[] {
  return document.text.includes("<<") ? conflictsBelow(document.root) : [];
}

function conflictsBelow(node: SpecNode): MergeConflict[] {
  if (node.kind === "list") return node.items.flatMap(({ value }) => conflictsBelow(value));
  if (node.kind !== "map") return [];
  return [...conflictsIn(node), ...node.entries.flatMap(({ value }) => conflictsBelow(value))];
}

function conflictsIn({ entries }: MapNode): MergeConflict[] {
  const last = entries.findLastIndex((entry) => entry.merge);
  const merge = entries[last];
  if (!merge) return [];
  const merged = valuesOf(merge);
  return entries.slice(0, last).flatMap(({ name, key, value, merge: isMerge }) => {
    const other = isMerge ? undefined : merged.get(name);
    if (other === undefined || sameData(toData(value), toData(other))) return [];
    return [{ key: name, range: { start: key.start, end: key.end } }];
  });
}

/** The values that a merge key brings, those of nested ones aside: the first of several maps wins. */
function valuesOf(merge: MapEntry): ReadonlyMap<string, SpecNode> {
  const values = new Map<string, SpecNode>();
  for (const source of mergeSources(merge) ?? []) {
    for (const entry of source.entries) {
      if (!entry.merge && !values.has(entry.name)) values.set(entry.name, entry.value);
    }
  }
  return values;
}
