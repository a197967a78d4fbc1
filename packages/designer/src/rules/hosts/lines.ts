import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { OutputChange } from "../template/template-edits.js";

/** Offset of the first character of the line that holds an offset. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Offset after the line that holds an offset, its line break included. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  return at < 0 ? text.length : at + 1;
}

/** The blanks at the beginning of the line that holds an offset. */
function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return text.slice(start, start + text.slice(start).search(/[^ \t]|$/));
}

/** Whole lines from a table's header to the next header; blank lines before that one belong to neither. */
export function tableLines(text: string, header: number): OffsetRange {
  const start = lineStart(text, header);
  const rest = text.slice(lineEnd(text, header));
  const next = rest.search(/^[ \t]*\[/m);
  const body = next < 0 ? rest : rest.slice(0, next);
  const end = lineEnd(text, header) + lengthWithoutBlankEnd(body);
  return { start, end };
}

/** Up to the last line with something in it, its line break included. */
function lengthWithoutBlankEnd(text: string): number {
  let last = text.length;
  while (last > 0 && /[ \t\r\n]/.test(text.charAt(last - 1))) last--;
  return last === 0 ? 0 : lineEnd(text, last);
}

/**
 * A line written below the one that holds an offset, indented like it: at the beginning of the next line, or at the end
 * of this one, which may be another place of a template.
 */
export function lineBelow(text: string, offset: number, line: string): readonly (readonly OutputChange[])[] {
  const next = lineEnd(text, offset);
  const indented = `${indentAt(text, offset)}${line}`;
  const end = next - (/\r?\n$/.exec(text.slice(0, next))?.[0].length ?? 0);
  const behind = [{ range: { start: end, end }, text: `\n${indented}` }];
  return end === next ? [behind] : [[{ range: { start: next, end: next }, text: `${indented}\n` }], behind];
}
