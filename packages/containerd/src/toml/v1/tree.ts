import type { GoValue } from "../../go/value.js";

/** A scalar of go-toml 1.x; arrays hold any values. */
export type Scalar = Exclude<GoValue, { type: "slice" | "map" }>;

export interface List {
  type: "list";
  items: Node[];
}

export type Leaf = Scalar | List;

/** A table. */
export interface Tree {
  type: "tree";
  entries: Map<string, Node>;
  /** Offset of the header or key that made it; -1 for what an inline table holds. */
  position: number;
  inline: boolean;
}

/** An array of tables; arrays of nothing but inline tables are the same. */
export interface Trees {
  type: "trees";
  trees: Tree[];
}

/** A value under a key, with the key's offset. */
export interface Entry {
  type: "entry";
  value: Leaf;
  position: number;
}

export type Node = Leaf | Tree | Trees | Entry;

export function newTree(position = -1, inline = false): Tree {
  return { type: "tree", entries: new Map(), position, inline };
}

/** go-toml 1.9's GetPath: null when there is nothing; arrays of tables stand for their last one. */
export function getPath(tree: Tree, path: readonly string[]): Node | null {
  let node: Node = tree;
  for (const name of path) {
    const table: Tree | null = tableOf(node);
    const next: Node | undefined = table?.entries.get(name);
    if (next === undefined) return null;
    node = next;
  }
  return node;
}

/** The table that keys below a node belong to. */
function tableOf(node: Node): Tree | null {
  if (node.type === "tree") return node;
  return node.type === "trees" ? (node.trees.at(-1) ?? null) : null;
}

/** Makes the tables of a path that are not there. @returns what stands in the way, or null */
export function makeTables(tree: Tree, path: readonly string[], position: number): string | null {
  let table = tree;
  for (const name of path) {
    const known = table.entries.get(name) ?? newTree(position, table.inline);
    table.entries.set(name, known);
    const next = tableOf(known);
    if (next === null) return `unknown type for path ${path.join(".")} (${name})`;
    table = next;
  }
  return null;
}

/** go-toml 1.9's SetPath: overwrites without a word; a value on the way is passed over. */
export function setPath(tree: Tree, path: readonly string[], node: Node): void {
  let table = tree;
  for (const name of path.slice(0, -1)) {
    const known = table.entries.get(name) ?? newTree();
    table.entries.set(name, known);
    table = tableOf(known) ?? table;
  }
  table.entries.set(path.at(-1) ?? "", node);
}
