import { stepInto } from "../locate.js";
import type { AliasNode, MapEntry, SpecNode } from "../parse/nodes.js";
import type { SpecPath } from "../path.js";

/** A place where a value that is written once is used again. */
export interface AliasUse {
  readonly alias: AliasNode;
  readonly path: SpecPath;
  /** Used as the source of a merge key: there is no path to set a value at. */
  readonly merged: boolean;
}

/** Where a path leaves the text of its own branch: the path of the alias, or of the value that a merge key brings. */
export interface Detour {
  readonly via: "alias" | "merge";
  readonly path: SpecPath;
}

/** The first alias or merge key that a path leads through; an alias at its very end is none. */
export function findDetour(root: SpecNode, path: SpecPath): Detour | null {
  let node = root;
  for (const [depth, segment] of path.entries()) {
    if (node.kind === "alias") return { via: "alias", path: path.slice(0, depth) };
    const step = stepInto(node, segment);
    if (!step) return null;
    if (step.merged) return { via: "merge", path: path.slice(0, depth + 1) };
    node = step.value;
  }
  return null;
}

/** Is an alias written at a path? */
export function isAliasAt(root: SpecNode, path: SpecPath): boolean {
  let node: SpecNode | null = root;
  for (const segment of path) node = node && (stepInto(node, segment)?.value ?? null);
  return node?.kind === "alias";
}

/**
 * Aliases elsewhere of a node that holds the place at a path; with `inside`, also of the node at the path and of
 * anything in it.
 */
export function findUses(root: SpecNode, path: SpecPath, inside: boolean): AliasUse[] {
  const anchored = new Set<SpecNode>();
  let node: SpecNode | null = root;
  for (const segment of path) {
    if (node.anchor !== null) anchored.add(node);
    const step: SpecNode | null = stepInto(node, segment)?.value ?? null;
    if (!step) return usesOf(root, anchored, null);
    node = step;
  }
  if (!inside) return usesOf(root, anchored, null);
  collectAnchored(node, anchored);
  return usesOf(root, anchored, node);
}

function collectAnchored(node: SpecNode, anchored: Set<SpecNode>): void {
  if (node.anchor !== null) anchored.add(node);
  for (const child of childrenOf(node)) collectAnchored(child.node, anchored);
}

interface Child {
  readonly node: SpecNode;
  readonly path: SpecPath;
  readonly merge: boolean;
}

function childrenOf(node: SpecNode): Child[] {
  if (node.kind === "list")
    return node.items.map((item, index) => ({ node: item.value, path: [index], merge: false }));
  if (node.kind !== "map") return [];
  return node.entries.flatMap((entry: MapEntry) => [
    { node: entry.key, path: [], merge: false },
    { node: entry.value, path: entry.merge ? [] : [entry.name], merge: entry.merge },
  ]);
}

/** `except`: the subtree that goes away or changes as a whole. */
function usesOf(root: SpecNode, anchored: ReadonlySet<SpecNode>, except: SpecNode | null): AliasUse[] {
  const uses: AliasUse[] = [];
  const visit = (node: SpecNode, path: SpecPath, merged: boolean): void => {
    if (node === except) return;
    if (node.kind === "alias") {
      if (node.target && anchored.has(node.target)) uses.push({ alias: node, path, merged });
      return;
    }
    for (const child of childrenOf(node)) visit(child.node, [...path, ...child.path], merged || child.merge);
  };
  if (anchored.size > 0) visit(root, [], false);
  return uses;
}

/** Does a subtree hold anchors or aliases, which writing it anew would lose? */
export function hasSharing(node: SpecNode): boolean {
  return (
    node.anchor !== null || node.kind === "alias" || childrenOf(node).some((child) => hasSharing(child.node))
  );
}
