import type { ListNode, MapNode, SpecNode } from "../parse/nodes.js";
import type { SpecPath } from "../path.js";
import {
  addBlockEntry,
  dataRenderer,
  insertBlockItem,
  nestedRenderer,
  renameBlockKey,
  type ValueRenderer,
} from "./block-collection.js";
import { fillBlockPlace, replaceBlockValue } from "./block-value.js";
import { blockPlaceOf, chainTo } from "./chain.js";
import type { EditContext } from "./edit-context.js";
import { addFlowEntry, insertFlowItem, renameFlowKey, replaceFlowValue } from "./flow-collection.js";
import { type MovedItem, type MovedText, movedRenderer } from "./moved-text.js";
import type { WritableValue } from "./plain-value.js";
import { afterColon } from "./render-block.js";
import { flowText } from "./render-flow.js";
import { replaceRoot } from "./root-value.js";
import type { TextEdit } from "./spec-edit.js";

/** Different text edits for one change of data, best first. Each has to be tried: none is known to be right. */
export type Ways = readonly (readonly TextEdit[])[];

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

function insertItem(
  context: EditContext,
  list: ListNode,
  index: number,
  value: WritableValue,
  moved?: MovedItem,
): Ways {
  return list.flow
    ? insertFlowItem(context, list, index, value)
    : insertBlockItem(context, list, index, value, moved);
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
export function replaceAt(
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

/** Inserts into the list that holds the path's last segment. */
export function planInsert(
  context: EditContext,
  path: SpecPath,
  value: WritableValue,
  moved?: MovedItem,
): Ways {
  const chain = chainTo(context.document.root, path.slice(0, -1));
  const list = chain.at(-1);
  const index = path.at(-1);
  const exists = chain.length === path.length && list?.kind === "list" && list.items.length > 0;
  return exists && typeof index === "number"
    ? insertItem(context, list, index, value, moved)
    : planSet(context, path, value);
}

export function planRename(context: EditContext, path: SpecPath, name: string): Ways {
  const parent = chainTo(context.document.root, path.slice(0, -1)).at(-1);
  const entry = parent?.kind === "map" ? parent.byName.get(String(path.at(-1))) : undefined;
  if (parent?.kind !== "map" || !entry) return [];
  return parent.flow ? renameFlowKey(context, entry, name) : renameBlockKey(context, entry, name);
}
