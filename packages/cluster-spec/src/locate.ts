import { dereference, type MapEntry, type MapNode, mergeSources, type SpecNode } from "./parse/nodes.js";
import type { SpecDocument } from "./parse/parse-spec.js";
import type { SpecPath } from "./path.js";
import type { OffsetRange } from "./positions.js";

/** Where a value stands in the text. */
export interface Location {
  /** Of its key; null for list items and the document's root. */
  readonly key: OffsetRange | null;
  /** Of the value, without comments or white space around it; empty where nothing is written after the key. */
  readonly value: OffsetRange;
}

export interface NearestLocation extends Location {
  /** The path that exists: the one asked for, or as much of it as there is. */
  readonly path: SpecPath;
}

/** One step from a collection to a value in it. */
export interface Step {
  /** The key's node; null in lists. */
  readonly key: SpecNode | null;
  /** As written: possibly an alias. */
  readonly value: SpecNode;
  /** The value is written elsewhere and merged here with `<<`. */
  readonly merged: boolean;
}

/**
 * Where the value at a path stands, or null when nothing is there. A path that leads through an alias or a merge
 * key ends where the value is really written.
 */
export function locate(document: SpecDocument, path: SpecPath): Location | null {
  const nearest = locateNearest(document, path);
  return nearest.path.length === path.length ? { key: nearest.key, value: nearest.value } : null;
}

/** Like {@link locate}, but for an absent value gives its deepest ancestor that exists. */
export function locateNearest(document: SpecDocument, path: SpecPath): NearestLocation {
  let found: Step = { key: null, value: document.root, merged: false };
  let depth = 0;
  for (const segment of path) {
    const next = stepInto(found.value, segment);
    if (!next) break;
    found = next;
    depth += 1;
  }
  const key = found.key && { start: found.key.start, end: found.key.end };
  return { path: path.slice(0, depth), key, value: { start: found.value.start, end: found.value.end } };
}

/** The node at a path with aliases followed, or null. */
export function nodeAt(document: SpecDocument, path: SpecPath): SpecNode | null {
  let node: SpecNode | null = document.root;
  for (const segment of path) {
    node = node && (stepInto(node, segment)?.value ?? null);
  }
  return node && dereference(node);
}

/** One step down from a node, through aliases and merge keys; null when nothing is there. */
export function stepInto(node: SpecNode, segment: string | number): Step | null {
  const collection = dereference(node);
  if (collection?.kind === "map") return entryStep(collection, String(segment));
  if (collection?.kind !== "list" || typeof segment !== "number") return null;
  const item = collection.items[segment];
  return item ? { key: null, value: item.value, merged: false } : null;
}

function entryStep(map: MapNode, name: string): Step | null {
  const entry = map.byName.get(name);
  if (entry) return { key: entry.key, value: entry.value, merged: false };
  for (const merge of map.entries.filter((candidate) => candidate.merge).toReversed()) {
    const step = mergedStep(merge, name);
    if (step) return step;
  }
  return null;
}

function mergedStep(merge: MapEntry, name: string): Step | null {
  for (const source of mergeSources(merge) ?? []) {
    const step = entryStep(source, name);
    if (step) return { ...step, merged: true };
  }
  return null;
}
