import type { ListItem, ListNode, MapEntry, MapNode, ScalarNode, SpecNode } from "../parse/nodes.js";
import type { MovedText, ValueRenderer } from "./block-collection.js";
import type { EditContext } from "./edit-context.js";
import type { WritableValue } from "./plain-value.js";
import {
  type BlockOptions,
  indentLines,
  type Rendered,
  valueAfterDash,
  valueAfterKey,
} from "./render-block.js";
import { literalText } from "./scalar-text.js";
import type { TextEdit } from "./spec-edit.js";
import { lastLineEnd, ownedEnd, type TextLines } from "./text-lines.js";

/** The place of a value in a block collection. */
export interface BlockPlace {
  readonly kind: "entry" | "item";
  readonly node: SpecNode;
  /** After the `:` or `-`. */
  readonly indicatorEnd: number;
  /** Column of the key or the dash. */
  readonly column: number;
}

export function entryPlace(lines: TextLines, entry: MapEntry): BlockPlace | null {
  if (entry.colon === null) return null;
  const column = lines.column(entry.start);
  return { kind: "entry", node: entry.value, indicatorEnd: entry.colon + 1, column };
}

export function itemPlace(lines: TextLines, item: ListItem): BlockPlace {
  const column = lines.column(item.start);
  return { kind: "item", node: item.value, indicatorEnd: item.start + 1, column };
}

/** A value's text in two parts: what stands on its indicator's line, and the lines below. */
export interface ValueParts {
  readonly inlineStart: number;
  readonly inlineEnd: number;
  /** End of the line that the inline part ends on, a comment included. */
  readonly lineEnd: number;
  readonly blockEnd: number;
}

export function splitValue(lines: TextLines, place: BlockPlace, after: number): ValueParts {
  const { node, column } = place;
  const emptyAfter = (blockEnd?: number): ValueParts => {
    const lineEnd = lines.end(after);
    return { inlineStart: after, inlineEnd: after, lineEnd, blockEnd: blockEnd ?? lineEnd };
  };
  if (node.kind === "scalar" && node.style === "empty") return emptyAfter();
  if (!lines.sameLine(after, node.start)) return emptyAfter(ownedEnd(lines, node, column));
  if (isBlockScalar(node)) {
    const inlineEnd = node.start + headerOf(lines.text, node).length;
    return {
      inlineStart: node.start,
      inlineEnd,
      lineEnd: lines.end(inlineEnd),
      blockEnd: lastLineEnd(lines, node),
    };
  }
  if (isBlockCollection(node)) {
    const end = ownedEnd(lines, node, column);
    return { inlineStart: node.start, inlineEnd: end, lineEnd: end, blockEnd: end };
  }
  const lineEnd = lines.end(node.end);
  return { inlineStart: node.start, inlineEnd: node.end, lineEnd, blockEnd: lineEnd };
}

function isBlockScalar(node: SpecNode): node is ScalarNode {
  return node.kind === "scalar" && (node.style === "literal" || node.style === "folded");
}

function isBlockCollection(node: SpecNode): node is MapNode | ListNode {
  return (node.kind === "map" || node.kind === "list") && !node.flow;
}

function headerOf(text: string, node: ScalarNode): string {
  return /^[|>][-+\d]*/.exec(text.slice(node.start, node.start + 4))?.[0] ?? "";
}

/** After the anchor and tag of a value, or after the indicator when it has none. */
function propsEnd(text: string, { node, indicatorEnd }: BlockPlace): number {
  const props = /^[&!]\S*(?:[ \t]+[&!]\S*)*/.exec(text.slice(node.outerStart, node.start));
  return props ? node.outerStart + props[0].length : indicatorEnd;
}

/**
 * Ways to write another value in a place, best first: keeping the lines of a literal block scalar, then the value's
 * anchor and tag, then without them; last with texts of several lines in quotes.
 */
export function replaceBlockValue(
  { lines, style }: EditContext,
  place: BlockPlace,
  value: WritableValue,
): TextEdit[][] {
  const kept = propsEnd(lines.text, place);
  const starts = kept === place.indicatorEnd ? [kept] : [kept, place.indicatorEnd];
  const options = [false, true].map((quoteLines) => ({ style, quoteLines }));
  const plain = options.flatMap((option) =>
    starts.map((start) => replaceAfter(lines, place, start, value, option)),
  );
  const literal = replaceLiteral(lines, place, value, style.eol);
  return literal ? [literal, ...plain] : plain;
}

function replaceAfter(
  lines: TextLines,
  place: BlockPlace,
  after: number,
  value: WritableValue,
  options: BlockOptions,
): TextEdit[] {
  const parts = splitValue(lines, place, after);
  const keep = place.node.kind === "scalar" ? place.node.style : undefined;
  const hasComment = lines.text.slice(parts.inlineEnd, parts.lineEnd).trim() !== "";
  const compact = place.kind === "item" && !hasComment;
  const rendered = compact
    ? valueAfterDash(value, place.column, options, keep)
    : valueAfterKey(value, place.column, options, keep);
  return writeParts(parts, after, rendered);
}

function writeParts(parts: ValueParts, after: number, { inline, block }: Rendered): TextEdit[] {
  const { inlineStart, inlineEnd, lineEnd, blockEnd } = parts;
  const spaced = inlineStart > after;
  const inlineEdit =
    inline === ""
      ? { start: after, end: inlineEnd, newText: "" }
      : { start: inlineStart, end: inlineEnd, newText: spaced ? inline : ` ${inline}` };
  const blockEdit = { start: lineEnd, end: blockEnd, newText: block };
  return [inlineEdit, blockEdit].filter((edit) => edit.end > edit.start || edit.newText !== "");
}

/** Ways to write a value in a place that holds nothing or an empty collection, with its anchor and tag kept. */
export function fillBlockPlace(
  { lines }: EditContext,
  place: BlockPlace,
  render: ValueRenderer,
): TextEdit[][] {
  const after = propsEnd(lines.text, place);
  return render(place.column).map((rendered) => writeParts(splitValue(lines, place, after), after, rendered));
}

/** The text of a block map's value with its comments, to be written elsewhere. */
export function cutMovedText(lines: TextLines, place: BlockPlace): MovedText {
  const { lineEnd, blockEnd } = splitValue(lines, place, place.indicatorEnd);
  const inline = lines.text.slice(place.indicatorEnd, lineEnd).trim();
  return { rendered: { inline, block: lines.text.slice(lineEnd, blockEnd) }, column: place.column };
}

/** New lines for a literal block scalar: its header's comment, indentation and, where possible, chomping stay. */
function replaceLiteral(
  lines: TextLines,
  place: BlockPlace,
  value: WritableValue,
  eol: string,
): TextEdit[] | null {
  const { node } = place;
  if (typeof value !== "string" || !isBlockScalar(node) || node.style !== "literal") return null;
  const { text } = lines;
  const parts = splitValue(lines, place, node.start);
  const indent = contentIndent(text.slice(parts.lineEnd, parts.blockEnd));
  const header = headerOf(text, node);
  if (indent === null || indent <= place.column) return null;
  const literal = literalText(value, indent - node.parentIndent, /\d/.test(header));
  if (!literal) return null;
  const keepsAll = header.includes("+") && value.endsWith("\n") && !literal.header.includes("+");
  const newHeader = keepsAll ? `${literal.header}+` : literal.header;
  return [
    { start: node.start, end: parts.inlineEnd, newText: sameHeader(header, newHeader) ? header : newHeader },
    { start: parts.lineEnd, end: parts.blockEnd, newText: indentLines(literal, indent, eol) },
  ];
}

/** `|2-` and `|-2` mean the same. */
function sameHeader(a: string, b: string): boolean {
  return [...a].toSorted().join("") === [...b].toSorted().join("");
}

function contentIndent(block: string): number | null {
  const first = /\n( *)[^ \r\n]/.exec(block);
  return first ? (first[1]?.length ?? 0) : null;
}
