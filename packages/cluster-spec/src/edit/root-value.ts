import type { EditContext } from "./edit-context.js";
import type { WritableValue } from "./plain-value.js";
import { type BlockOptions, isFilledList, isFilledMap, listText, mapText } from "./render-block.js";
import { flowText } from "./render-flow.js";
import { scalarText } from "./scalar-text.js";
import type { TextEdit } from "./spec-edit.js";
import { detectStyle } from "./style.js";
import { lastLineEnd, type TextLines } from "./text-lines.js";

/** A whole document's value: block style, or JSON where the document is JSON. */
function rootText(value: WritableValue, options: BlockOptions): { text: string; block: boolean } {
  const { style } = options;
  if (!style.json && isFilledMap(value)) return { text: mapText(value, 0, options), block: true };
  if (!style.json && isFilledList(value)) return { text: listText(value, 0, options), block: true };
  if (typeof value === "object") return { text: flowText(value, style, { indent: null }), block: false };
  return { text: scalarText(value, { flow: false, json: style.json }), block: false };
}

/** Ways to replace the whole value of a document. */
export function replaceRoot(context: EditContext, value: WritableValue): TextEdit[][] {
  const { style } = context;
  return [false, true].map((quoteLines) => [replaceWith(context, rootText(value, { style, quoteLines }))]);
}

function replaceWith(
  { document, lines, style }: EditContext,
  { text, block }: { text: string; block: boolean },
): TextEdit {
  const { root } = document;
  const marker = markerEnd(lines.text, document.range.start);
  const isEmpty = root.kind === "scalar" && root.style === "empty";
  const end = isEmpty ? root.end : lastContentEnd(lines, root);
  const onMarkerLine = marker !== null && lines.sameLine(marker, root.outerStart);
  if (onMarkerLine && isEmpty && block) {
    const lineEnd = lines.end(marker);
    return { start: lineEnd, end: lineEnd, newText: style.eol + text };
  }
  if (onMarkerLine) return { start: marker, end, newText: (block ? style.eol : " ") + text };
  return { start: root.outerStart, end, newText: text };
}

function lastContentEnd(lines: TextLines, root: EditContext["document"]["root"]): number {
  const isFlow = root.kind === "alias" || (root.kind !== "scalar" && root.flow);
  return isFlow ? root.end : Math.max(root.end, lastLineEnd(lines, root));
}

function markerEnd(text: string, start: number): number | null {
  return text.startsWith("---", start) ? start + 3 : null;
}

/** Writes the first document of a text that has none: it is empty, or holds comments only. */
export function createDocument(lines: TextLines, value: WritableValue): TextEdit[] {
  const { text } = lines;
  const nothing = { kind: "scalar", value: null, style: "empty", fullEnd: 0, parentIndent: 0 } as const;
  const place = { start: 0, end: 0, outerStart: 0, anchor: null, tag: null };
  const style = detectStyle(lines, { ...nothing, ...place });
  const separator = text === "" || text.endsWith("\n") || text === "\uFEFF" ? "" : style.eol;
  return [
    {
      start: text.length,
      end: text.length,
      newText: separator + rootText(value, { style, quoteLines: false }).text + style.eol,
    },
  ];
}

/** Ways to remove a document with its separator. */
export function removeDocument(lines: TextLines, starts: readonly number[], index: number): TextEdit[][] {
  const { text } = lines;
  const start = starts[index] ?? 0;
  const next = starts[index + 1];
  if (next !== undefined) {
    // The first document may need no separator; then the next one's goes, unless a comment stands beside it.
    const afterMarker = lines.next(next);
    const own = { start, end: next, newText: "" };
    const isBare = /^---[ \t]*\r?\n?$/.test(text.slice(next, afterMarker));
    return index === 0 && isBare && !text.startsWith("---", start)
      ? [[{ ...own, end: afterMarker }], [own]]
      : [[own]];
  }
  return [[{ start, end: text.length, newText: "" }]];
}
