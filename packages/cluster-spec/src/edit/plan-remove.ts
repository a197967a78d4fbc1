import type { ListNode, MapNode, SpecNode } from "../parse/nodes.js";
import type { SpecPath } from "../path.js";
import { removeBlockEntry, removeBlockItem, removeOnlyMember } from "./block-collection.js";
import { blockPlaceOf, chainTo } from "./chain.js";
import type { EditContext } from "./edit-context.js";
import { removeFlowMember } from "./flow-collection.js";
import { startWithComments } from "./moved-text.js";
import { replaceAt, type Ways } from "./plan.js";

/**
 * Removes a key or a list item; a collection that becomes empty is written `{}` or `[]`.
 *
 * @param withComments take the comment lines along that speak of it
 */
export function planRemove(context: EditContext, path: SpecPath, withComments = false): Ways {
  if (withComments) return [...removeFrom(context, path, true), ...removeFrom(context, path, false)];
  return removeFrom(context, path, false);
}

function removeFrom(context: EditContext, path: SpecPath, withComments: boolean): Ways {
  const parentPath = path.slice(0, -1);
  const chain = chainTo(context.document.root, parentPath);
  const parent = chain.at(-1);
  const segment = path.at(-1);
  if (chain.length !== path.length || segment === undefined) return [];
  if (parent?.kind === "map") {
    const gone = parent.entries.filter((entry) => !entry.merge && entry.name === String(segment));
    if (gone.length === parent.entries.length && !parent.flow) return removeLast(context, chain, parentPath);
    const removed = gone.map((entry) =>
      removeEntry(context, parent, parent.entries.indexOf(entry), withComments),
    );
    return together(removed);
  }
  if (parent?.kind !== "list" || typeof segment !== "number") return [];
  if (parent.flow) return removeFlowMember(context, parent, segment);
  if (parent.items.length === 1) return removeLast(context, chain, parentPath);
  const start = withComments ? startWithComments(context.lines, parent.items, segment) : undefined;
  return removeBlockItem(context, parent, segment, start);
}

/** A block collection loses the last thing in it. */
function removeLast(context: EditContext, chain: readonly SpecNode[], path: SpecPath): Ways {
  const collection = chain.at(-1);
  if (collection?.kind !== "map" && collection?.kind !== "list") return [];
  const place = blockPlaceOf(context, chain, path);
  const emptied = replaceAt(context, chain, path, collection.kind === "map" ? {} : []);
  const keepsComments = place && sizeOf(collection) === 1;
  return keepsComments ? [...removeOnlyMember(context, place, collection), ...emptied] : emptied;
}

function sizeOf(collection: MapNode | ListNode): number {
  return collection.kind === "map" ? collection.entries.length : collection.items.length;
}

function removeEntry(context: EditContext, map: MapNode, index: number, withComments: boolean): Ways {
  const entry = map.entries[index];
  if (!entry) return [];
  if (map.flow) return removeFlowMember(context, map, index);
  return removeBlockEntry(
    context,
    entry,
    withComments ? startWithComments(context.lines, map.entries, index) : undefined,
  );
}

/** The ways to do several things at once, each in its first, second, ... way. */
function together(all: readonly Ways[]): Ways {
  const count = Math.max(0, ...all.map((ways) => ways.length));
  return Array.from({ length: count }, (_, way) => all.flatMap((ways) => ways[way] ?? ways[0] ?? []));
}
