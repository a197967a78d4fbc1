import type { ListItem, ListNode, MapEntry, MapNode, ScalarNode, SpecNode } from "../parse/nodes.js";
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

export function isBlockScalar(node: SpecNode): node is ScalarNode {
  return node.kind === "scalar" && (node.style === "literal" || node.style === "folded");
}

function isBlockCollection(node: SpecNode): node is MapNode | ListNode {
  return (node.kind === "map" || node.kind === "list") && !node.flow;
}

export function headerOf(text: string, node: ScalarNode): string {
  return /^[|>][-+\d]*/.exec(text.slice(node.start, node.start + 4))?.[0] ?? "";
}

/** After the anchor and tag of a value, or after the indicator when it has none. */
export function propsEnd(text: string, { node, indicatorEnd }: BlockPlace): number {
  const props = /^[&!]\S*(?:[ \t]+[&!]\S*)*/.exec(text.slice(node.outerStart, node.start));
  return props ? node.outerStart + props[0].length : indicatorEnd;
}
