import type { ListNode, MapNode, SpecNode } from "../parse/nodes.js";
import type { SpecPath } from "../path.js";
import type { ValueRenderer } from "./block-collection.js";
import { type BlockPlace, entryPlace, splitValue } from "./block-place.js";
import { chainTo } from "./chain.js";
import type { EditContext } from "./edit-context.js";
import type { Rendered } from "./render-block.js";
import { lastLineEnd, ownedEnd, type TextLines } from "./text-lines.js";

/** A value's text cut out of a block map, to be written under another key. */
export interface MovedText {
  readonly rendered: Rendered;
  /** Column of the key that it stood under. */
  readonly column: number;
}

/** An item's text cut out of a block list, from its dash on, to be written into another place of a block list. */
export interface MovedItem {
  readonly text: string;
  /** Column of its dash. */
  readonly column: number;
  readonly above: readonly string[];
}

/** The text of a block map's value with its comments. */
function cutMovedText(lines: TextLines, place: BlockPlace, above: readonly string[]): MovedText {
  const { lineEnd, blockEnd } = splitValue(lines, place, place.indicatorEnd);
  const inline = lines.text.slice(place.indicatorEnd, lineEnd).trim();
  return { rendered: { inline, block: lines.text.slice(lineEnd, blockEnd), above }, column: place.column };
}

/** The text of a block list's item with its comments. */
function cutMovedItem(
  lines: TextLines,
  { start, value }: { readonly start: number; readonly value: SpecNode },
  above: readonly string[],
): MovedItem {
  const column = lines.column(start);
  const end = Math.max(ownedEnd(lines, value, column), lastLineEnd(lines, value));
  return { text: lines.text.slice(start, end), column, above };
}

/** Writes text that stood elsewhere, its lines moved by as much as its key. */
export function movedRenderer({ rendered, column: from }: MovedText): ValueRenderer {
  return (column) => [{ ...rendered, block: indentedBy(rendered.block, column - from) }];
}

/** The item's text with its dash at a column, the first line without indentation. */
export function movedItemText({ text, column: from }: MovedItem, column: number): string {
  return indentedBy(text, column - from);
}

function indentedBy(text: string, columns: number): string {
  return text.replace(/\n( *)(?=[^\r\n])/g, (_, indent: string) => {
    return `\n${" ".repeat(Math.max(0, indent.length + columns))}`;
  });
}

/** An entry of a map or an item of a list. */
interface Member {
  readonly start: number;
}

/**
 * Where a member begins together with the comment lines that speak of it: those that stand directly above it and as
 * deep. Above the first member they may speak of the whole collection, unless the second one has its own as well.
 */
export function startWithComments(lines: TextLines, members: readonly Member[], index: number): number {
  const [first, second] = members;
  const member = members[index];
  if (!member || !first) return member?.start ?? 0;
  const isOwn = member !== first || (second !== undefined && commentsStart(lines, second) < second.start);
  return isOwn ? commentsStart(lines, member) : member.start;
}

function commentsStart(lines: TextLines, { start }: Member): number {
  if (!lines.isFirstInLine(start)) return start;
  let from = lines.start(start);
  for (let at = from; at > 0; from = at) {
    at = lines.start(at - 1);
    const line = lines.text.slice(at, from);
    if (!line.trimStart().startsWith("#") || line.search(/\S/) !== lines.column(start)) break;
  }
  return from === lines.start(start) ? start : from;
}

/** What a block map's value or a block list's item is written as, when it can be written elsewhere as it stands. */
export function movedTextAt(context: EditContext, path: SpecPath): Moved {
  const parent = chainTo(context.document.root, path.slice(0, -1)).at(-1);
  const segment = path.at(-1);
  const { lines } = context;
  if (parent?.kind === "list" && !parent.flow && typeof segment === "number") {
    const item = parent.items[segment];
    return item ? { item: cutMovedItem(lines, item, commentsAbove(context, parent.items, segment)) } : {};
  }
  const entry = parent?.kind === "map" && !parent.flow ? parent.byName.get(String(segment)) : undefined;
  const place = entry && entryPlace(lines, entry);
  if (parent?.kind !== "map" || !place) return {};
  return {
    text: cutMovedText(lines, place, commentsAbove(context, parent.entries, parent.entries.indexOf(entry))),
  };
}

/** At most one of them. */
interface Moved {
  readonly text?: MovedText;
  readonly item?: MovedItem;
}

function commentsAbove(
  { lines }: EditContext,
  members: MapNode["entries"] | ListNode["items"],
  index: number,
) {
  const above = lines.text.slice(startWithComments(lines, members, index), members[index]?.start);
  return above
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
