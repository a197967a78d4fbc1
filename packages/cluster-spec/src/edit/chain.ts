import { stepInto } from "../locate.js";
import type { SpecNode } from "../parse/nodes.js";
import type { SpecPath } from "../path.js";
import { type BlockPlace, entryPlace, itemPlace } from "./block-place.js";
import type { EditContext } from "./edit-context.js";

/** The nodes from the root to the deepest one of a path that is written in its own branch. */
export function chainTo(root: SpecNode, path: SpecPath): SpecNode[] {
  const chain = [root];
  for (const segment of path) {
    const node = chain.at(-1);
    const step = node && node.kind !== "alias" ? stepInto(node, segment) : null;
    if (!step || step.merged) break;
    chain.push(step.value);
  }
  return chain;
}

/** The place of the last node of a chain in a block collection; null in flow collections and for the root. */
export function blockPlaceOf(
  { lines }: EditContext,
  chain: readonly SpecNode[],
  path: SpecPath,
): BlockPlace | null {
  const parent = chain.at(-2);
  const segment = path.at(-1);
  if (segment === undefined) return null;
  if (parent?.kind === "map" && !parent.flow) {
    const entry = parent.byName.get(String(segment));
    return entry ? entryPlace(lines, entry) : null;
  }
  if (parent?.kind !== "list" || parent.flow) return null;
  const item = typeof segment === "number" ? parent.items[segment] : undefined;
  return item ? itemPlace(lines, item) : null;
}
