import type { ListNode, MapEntry, MapNode, SpecNode } from "../parse/nodes.js";
import { type BlockPlace, propsEnd } from "./block-place.js";
import type { EditContext } from "./edit-context.js";
import { type MovedItem, movedItemText } from "./moved-text.js";
import type { WritableValue } from "./plain-value.js";
import {
  entryText,
  itemText,
  keyText,
  linesAbove,
  type Rendered,
  valueAfterDash,
  valueAfterKey,
} from "./render-block.js";
import type { TextEdit } from "./spec-edit.js";
import { afterComments, lastLineEnd, ownedEnd } from "./text-lines.js";

const pad = (column: number): string => " ".repeat(column);

/** Ways to write the value of a key that stands at a column, best first. */
export type ValueRenderer = (column: number) => readonly Rendered[];

/** Writes data: texts of several lines as block scalars, else in quotes. */
export function dataRenderer({ style }: EditContext, value: WritableValue): ValueRenderer {
  return (column) => [false, true].map((quoteLines) => valueAfterKey(value, column, { style, quoteLines }));
}

/** Wraps a value in the maps of a path that do not exist yet. */
export function nestedRenderer(
  { style }: EditContext,
  path: readonly string[],
  value: ValueRenderer,
): ValueRenderer {
  return path.reduceRight<ValueRenderer>((inner, key) => {
    return (column) => {
      const at = column + style.mapIndent;
      return inner(at).map((rendered) => ({
        inline: "",
        block: style.eol + pad(at) + linesAbove(rendered.above, at, style) + entryText(key, rendered, style),
      }));
    };
  }, value);
}

/** Ways to add an entry at the end of a block map. */
export function addBlockEntry(
  context: EditContext,
  map: MapNode,
  name: string,
  render: ValueRenderer,
): TextEdit[][] {
  const last = map.entries.at(-1);
  if (!last) return [];
  const { lines, style } = context;
  const column = lines.column(last.start);
  const end = Math.max(ownedEnd(lines, last.value, column), entryEnd(context, last));
  const after = afterComments(lines, end, column);
  return render(column).map((rendered) => {
    const text = linesAbove(rendered.above, column, style) + entryText(name, rendered, style);
    return addLine(context, after, column, text);
  });
}

/** Ways to insert an item into a block list that is not empty. */
export function insertBlockItem(
  context: EditContext,
  list: ListNode,
  index: number,
  value: WritableValue,
  moved?: MovedItem,
): TextEdit[][] {
  const { lines, style } = context;
  const next = list.items[index];
  const previous = list.items[index - 1];
  const column = lines.column((previous ?? next)?.start ?? 0);
  const verbatim = moved ? [linesAbove(moved.above, column, style) + movedItemText(moved, column)] : [];
  const plain = [false, true].map((quoteLines) =>
    itemText(valueAfterDash(value, column, { style, quoteLines })),
  );
  return [...verbatim, ...plain].map((text) => {
    if (previous) return addLine(context, ownedEnd(lines, previous.value, column), column, text);
    const start = next?.start ?? list.start;
    return [{ start, end: start, newText: text + style.eol + pad(column) }];
  });
}

function addLine({ style }: EditContext, after: number, column: number, text: string): TextEdit[] {
  return [{ start: after, end: after, newText: style.eol + pad(column) + text }];
}

/** Ways to remove an entry of a block map that has others. */
export function removeBlockEntry(context: EditContext, entry: MapEntry, from = entry.start): TextEdit[][] {
  const column = context.lines.column(entry.start);
  return removeMember(context, from, ownedEnd(context.lines, entry.value, column), entryEnd(context, entry));
}

/** A value that is missing altogether ends with its key. */
function entryEnd({ lines }: EditContext, entry: MapEntry): number {
  return Math.max(lastLineEnd(lines, entry.value), lines.end(entry.key.end));
}

/** Ways to remove the only entry or item of a block collection: `{}` or `[]` stands for it, comments stay. */
export function removeOnlyMember(
  context: EditContext,
  place: BlockPlace,
  collection: MapNode | ListNode,
): TextEdit[][] {
  const { lines } = context;
  const [start, value] = onlyMember(collection);
  const after = propsEnd(lines.text, place);
  if (value === undefined || !lines.isFirstInLine(start) || lines.sameLine(start, after)) return [];
  const end = ownedEnd(lines, value, lines.column(start));
  const empty = { start: after, end: after, newText: collection.kind === "map" ? " {}" : " []" };
  return removeMember(context, start, end, end).map((removed) => [empty, ...removed]);
}

function onlyMember(collection: MapNode | ListNode): [number, SpecNode | undefined] {
  const member = collection.kind === "map" ? collection.entries[0] : collection.items[0];
  return [member?.start ?? 0, member?.value];
}

/** Ways to remove an item of a block list that has others. */
export function removeBlockItem(
  context: EditContext,
  list: ListNode,
  index: number,
  from = list.items[index]?.start,
): TextEdit[][] {
  const item = list.items[index];
  if (!item || from === undefined) return [];
  const { lines } = context;
  return removeMember(
    context,
    from,
    ownedEnd(lines, item.value, lines.column(item.start)),
    lastLineEnd(lines, item.value),
  );
}

/**
 * Whole lines go, with the comments that are indented under the member; a first member that shares its line with a
 * dash gives its place to what follows. The other way takes the blank lines below along: a `|+` scalar above would
 * swallow them.
 */
function removeMember({ lines }: EditContext, start: number, owned: number, last: number): TextEdit[][] {
  const { text } = lines;
  const end = Math.max(owned, last);
  if (!lines.isFirstInLine(start)) {
    const rest = /^\s*/.exec(text.slice(end))?.[0].length ?? 0;
    return [[{ start, end: end + rest, newText: "" }]];
  }
  const lineStart = lines.start(start);
  const next = lines.next(end);
  if (next === text.length && !text.endsWith("\n")) {
    return [[{ start: breakBefore(text, lineStart), end: text.length, newText: "" }]];
  }
  const blanks = /^(?:[ \t]*\r?\n)*/.exec(text.slice(next))?.[0].length ?? 0;
  return [next, next + blanks].map((until) => [{ start: lineStart, end: until, newText: "" }]);
}

function breakBefore(text: string, lineStart: number): number {
  if (text[lineStart - 1] !== "\n") return lineStart;
  return text[lineStart - 2] === "\r" ? lineStart - 2 : lineStart - 1;
}

/** Another name for a key. */
export function renameBlockKey({ style }: EditContext, entry: MapEntry, name: string): TextEdit[][] {
  const { key } = entry;
  const keep = key.kind === "scalar" ? key.style : undefined;
  return [[{ start: key.start, end: key.end, newText: keyText(name, style, keep) }]];
}
