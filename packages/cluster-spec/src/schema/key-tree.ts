import type { SpecPath } from "../path.js";
import type { KeyRow, KeyRows, SectionName } from "./key-row.js";
import { agentKeys } from "./keys/agent-keys.js";
import { clusterKeys } from "./keys/cluster-keys.js";
import { featureKeys } from "./keys/feature-keys.js";
import { groupKeys } from "./keys/group-keys.js";
import { locationKeys } from "./keys/location-keys.js";

/** A place of the spec, with what may stand below it. */
export interface KeyNode {
  /** Null for the document itself. */
  readonly row: KeyRow | null;
  readonly keys: ReadonlyMap<string, KeyNode>;
  /** The names of `keys`, in the order of the table. */
  readonly names: readonly string[];
  /** Below every key that the user chooses. */
  readonly any: KeyNode | null;
  /** Below every item of a list. */
  readonly item: KeyNode | null;
}

interface GrowingNode extends KeyNode {
  row: KeyRow | null;
  keys: Map<string, GrowingNode>;
  names: string[];
  any: GrowingNode | null;
  item: GrowingNode | null;
}

/** Rows of the document itself, then those of the sections that it refers to. */
export const documentRows: KeyRows = { ...clusterKeys, ...locationKeys, ...featureKeys };
export const sectionRows: Readonly<Record<SectionName, KeyRows>> = { group: groupKeys, agent: agentKeys };

/** The known keys of a Kublr cluster spec. */
export const clusterKeyTree: KeyNode = plant(documentRows, {
  agent: plant(agentKeys, {}),
  group: plant(groupKeys, { agent: plant(agentKeys, {}) }),
});

function plant(rows: KeyRows, sections: Partial<Record<SectionName, GrowingNode>>): GrowingNode {
  const root = seed();
  for (const [path, row] of Object.entries(rows)) {
    const node = segmentsOf(path).reduce(grow, root);
    node.row = row;
    const section = row.section && sections[row.section];
    if (section) {
      node.keys = section.keys;
      node.names = section.names;
    }
  }
  return root;
}

/** `locations[].aws` → "locations", "[]", "aws". */
function segmentsOf(path: string): string[] {
  return path.split(".").flatMap((part) => (part.endsWith("[]") ? [part.slice(0, -2), "[]"] : [part]));
}

function grow(node: GrowingNode, segment: string): GrowingNode {
  if (segment === "[]") {
    node.item ??= seed();
    return node.item;
  }
  if (segment.startsWith("<")) {
    node.any ??= seed();
    return node.any;
  }
  const known = node.keys.get(segment) ?? seed();
  if (!node.keys.has(segment)) node.names.push(segment);
  node.keys.set(segment, known);
  return known;
}

function seed(): GrowingNode {
  return { row: null, keys: new Map(), names: [], any: null, item: null };
}

/** One step down, or null where nothing is known. */
export function nodeBelow(node: KeyNode, segment: string | number): KeyNode | null {
  return typeof segment === "number" ? node.item : (node.keys.get(segment) ?? node.any);
}

/** What is known of a place of the document; null where nothing is. */
export function knownAt(path: SpecPath): KeyNode | null {
  return path.reduce<KeyNode | null>((node, segment) => node && nodeBelow(node, segment), clusterKeyTree);
}
