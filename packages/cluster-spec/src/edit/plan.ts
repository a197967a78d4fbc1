import { stepInto } from "../locate.js";
import type { ListNode, MapNode, SpecNode } from "../parse/nodes.js";
import type { SpecPath } from "../path.js";
import {
  addBlockEntry,
  dataRenderer,
  insertBlockItem,
  type MovedText,
  movedRenderer,
  nestedRenderer,
  removeBlockEntry,
  removeBlockItem,
  removeOnlyMember,
  renameBlockKey,
  type ValueRenderer,
} from "./block-collection.js";
import { type BlockPlace, entryPlace, itemPlace } from "./block-place.js";
import { cutMovedText, fillBlockPlace, replaceBlockValue } from "./block-value.js";
import type { EditContext } from "./edit-context.js";
import {
  addFlowEntry,
  insertFlowItem,
  removeFlowMember,
  renameFlowKey,
  replaceFlowValue,
} from "./flow-collection.js";
import type { WritableValue } from "./plain-value.js";
import { afterColon } from "./render-block.js";
import { flowText } from "./render-flow.js";
import { replaceRoot } from "./root-value.js";
import type { TextEdit } from "./spec-edit.js";

/** Different text edits for one change of data, best first. Each has to be tried: none is known to be right. */
export type Ways = readonly (readonly TextEdit[])[];

/** The nodes from the root to the deepest one of a path that is written in its own branch. */
function chainTo(root: SpecNode, path: SpecPath): SpecNode[] {
  const chain = [root];
  for (const segment of path) {
    const node = chain.at(-1);
    const step = node && node.kind !== "alias" ? stepInto(node, segment) : null;
    if (!step || step.merged) break;
    chain.push(step.value);
  }
  return chain;
}

/** Writes a value where one is, or where a key or the next list item may be added. */
export function planSet(context: EditContext, path: SpecPath, value: WritableValue, moved?: MovedText): Ways {
  const chain = chainTo(context.document.root, path);
  const rest = path.slice(chain.length - 1);
  if (rest.length === 0) return replaceAt(context, chain, path, value);
  const container = chain.at(-1);
  const [segment, ...below] = rest;
  if (!container || segment === undefined) return [];
  const inner = nest(value, below);
  if (container.kind === "map" && container.entries.length > 0) {
    return addEntry(context, container, String(segment), inner, rendererOf(context, below, inner, moved));
  }
  if (container.kind === "list" && container.items.length > 0) {
    return insertItem(context, container, container.items.length, inner);
  }
  return fillContainer(context, chain, path.slice(0, chain.length - 1), rest, value, moved);
}

/** The value in the collections of a path that do not exist yet. */
function nest(value: WritableValue, path: SpecPath): WritableValue {
  return path.reduceRight<WritableValue>((inner, segment) => {
    return typeof segment === "number" ? [inner] : Object.fromEntries([[segment, inner]]);
  }, value);
}

function rendererOf(
  context: EditContext,
  path: SpecPath,
  nested: WritableValue,
  moved: MovedText | undefined,
): ValueRenderer {
  const data = dataRenderer(context, nested);
  if (!moved || path.some((segment) => typeof segment === "number")) return data;
  const verbatim = nestedRenderer(context, path.map(String), movedRenderer(moved));
  return (column) => [...verbatim(column), ...data(column)];
}

function addEntry(
  context: EditContext,
  map: MapNode,
  name: string,
  value: WritableValue,
  render: ValueRenderer,
): Ways {
  return map.flow ? addFlowEntry(context, map, name, value) : addBlockEntry(context, map, name, render);
}

function insertItem(context: EditContext, list: ListNode, index: number, value: WritableValue): Ways {
  return list.flow
    ? insertFlowItem(context, list, index, value)
    : insertBlockItem(context, list, index, value);
}

/** Into an empty map or list, or into nothing: in block style it becomes a block, in flow style it stays. */
function fillContainer(
  context: EditContext,
  chain: readonly SpecNode[],
  path: SpecPath,
  rest: SpecPath,
  value: WritableValue,
  moved: MovedText | undefined,
): Ways {
  const place = blockPlaceOf(context, chain, path);
  const nested = nest(value, rest);
  if (place?.kind === "entry")
    return fillBlockPlace(context, place, rendererOf(context, rest, nested, moved));
  const container = chain.at(-1);
  const stays = !place && (chain.length > 1 || context.style.json);
  if (stays && container?.kind === "map") {
    return addFlowEntry(context, container, String(rest[0]), nest(value, rest.slice(1)));
  }
  if (stays && container?.kind === "list") {
    return insertFlowItem(context, container, 0, nest(value, rest.slice(1)));
  }
  return replaceAt(context, chain, path, nested);
}

/** Writes another value in the place of the last node of a chain. */
function replaceAt(
  context: EditContext,
  chain: readonly SpecNode[],
  path: SpecPath,
  value: WritableValue,
): Ways {
  const node = chain.at(-1);
  if (!node) return [];
  if (chain.length === 1) return replaceRoot(context, value);
  const bare = bareKey(chain, path);
  if (bare) return addColon(context, bare, value);
  const place = blockPlaceOf(context, chain, path);
  return place ? replaceBlockValue(context, place, value) : replaceFlowValue(context, node, value);
}

/** A key that has no colon yet: `{a}` or `? a`. */
function bareKey(chain: readonly SpecNode[], path: SpecPath): BareKey | null {
  const map = chain.at(-2);
  const entry = map?.kind === "map" ? map.byName.get(String(path.at(-1))) : undefined;
  return map?.kind === "map" && entry?.colon === null
    ? { key: entry.key, start: entry.start, flow: map.flow }
    : null;
}

interface BareKey {
  readonly key: SpecNode;
  readonly start: number;
  readonly flow: boolean;
}

function addColon(context: EditContext, { key, start, flow }: BareKey, value: WritableValue): Ways {
  const { lines, style } = context;
  if (flow)
    return [[{ start: key.end, end: key.end, newText: `: ${flowText(value, style, { indent: null })}` }]];
  const column = lines.column(start);
  const lineEnd = lines.end(key.end);
  return dataRenderer(
    context,
    value,
  )(column).map((rendered) => {
    const newText = style.eol + " ".repeat(column) + afterColon(rendered);
    return [{ start: lineEnd, end: lineEnd, newText }];
  });
}

/** Replaces what stands at a path as a whole: the last resort when no smaller edit works. */
export function planReplace(context: EditContext, path: SpecPath, value: WritableValue): Ways {
  const chain = chainTo(context.document.root, path);
  return chain.length === path.length + 1 ? replaceAt(context, chain, path, value) : [];
}

/** The place of the last node of a chain in a block collection; null in flow collections and for the root. */
function blockPlaceOf({ lines }: EditContext, chain: readonly SpecNode[], path: SpecPath): BlockPlace | null {
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

/** Inserts into the list that holds the path's last segment. */
export function planInsert(context: EditContext, path: SpecPath, value: WritableValue): Ways {
  const chain = chainTo(context.document.root, path.slice(0, -1));
  const list = chain.at(-1);
  const index = path.at(-1);
  const exists = chain.length === path.length && list?.kind === "list" && list.items.length > 0;
  return exists && typeof index === "number"
    ? insertItem(context, list, index, value)
    : planSet(context, path, value);
}

/** Removes a key or a list item; a collection that becomes empty is written `{}` or `[]`. */
export function planRemove(context: EditContext, path: SpecPath): Ways {
  const parentPath = path.slice(0, -1);
  const chain = chainTo(context.document.root, parentPath);
  const parent = chain.at(-1);
  const segment = path.at(-1);
  if (chain.length !== path.length || segment === undefined) return [];
  if (parent?.kind === "map") {
    const gone = parent.entries.filter((entry) => !entry.merge && entry.name === String(segment));
    if (gone.length === parent.entries.length && !parent.flow) return removeLast(context, chain, parentPath);
    return together(gone.map((entry) => removeEntry(context, parent, parent.entries.indexOf(entry))));
  }
  if (parent?.kind !== "list" || typeof segment !== "number") return [];
  if (parent.flow) return removeFlowMember(context, parent, segment);
  if (parent.items.length === 1) return removeLast(context, chain, parentPath);
  return removeBlockItem(context, parent, segment);
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

function removeEntry(context: EditContext, map: MapNode, index: number): Ways {
  const entry = map.entries[index];
  if (!entry) return [];
  return map.flow ? removeFlowMember(context, map, index) : removeBlockEntry(context, entry);
}

/** The ways to do several things at once, each in its first, second, ... way. */
function together(all: readonly Ways[]): Ways {
  const count = Math.max(0, ...all.map((ways) => ways.length));
  return Array.from({ length: count }, (_, way) => all.flatMap((ways) => ways[way] ?? ways[0] ?? []));
}

export function planRename(context: EditContext, path: SpecPath, name: string): Ways {
  const parent = chainTo(context.document.root, path.slice(0, -1)).at(-1);
  const entry = parent?.kind === "map" ? parent.byName.get(String(path.at(-1))) : undefined;
  if (parent?.kind !== "map" || !entry) return [];
  return parent.flow ? renameFlowKey(context, entry, name) : renameBlockKey(context, entry, name);
}

/** The text of a block map's value, when it can be written elsewhere as it stands. */
export function movedTextAt(context: EditContext, path: SpecPath): MovedText | undefined {
  const place = blockPlaceOf(context, chainTo(context.document.root, path), path);
  return place?.kind === "entry" ? cutMovedText(context.lines, place) : undefined;
}
