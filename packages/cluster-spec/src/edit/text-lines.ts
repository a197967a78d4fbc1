import type { SpecNode } from "../parse/nodes.js";
import { lineOf } from "../positions.js";

/** A text with its lines, for edits that work on whole lines. */
export class TextLines {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string, lineStarts: readonly number[]) {
    this.text = text;
    this.#starts = lineStarts;
  }

  /** Where the line of an offset begins; a byte order mark is no part of the first line. */
  start(offset: number): number {
    const start = this.#starts[lineOf(this.#starts, offset)] ?? 0;
    return start === 0 && this.text.startsWith("\uFEFF") ? 1 : start;
  }

  /** Where the line of an offset ends, before its line break. */
  end(offset: number): number {
    const newline = this.text.indexOf("\n", offset);
    if (newline === -1) return this.text.length;
    return newline > 0 && newline > offset && this.text[newline - 1] === "\r" ? newline - 1 : newline;
  }

  /** Where the next line begins, or the end of the text. */
  next(offset: number): number {
    const newline = this.text.indexOf("\n", offset);
    return newline === -1 ? this.text.length : newline + 1;
  }

  column(offset: number): number {
    return offset - this.start(offset);
  }

  sameLine(a: number, b: number): boolean {
    return lineOf(this.#starts, a) === lineOf(this.#starts, b);
  }

  /** The white space that the line of an offset begins with. */
  indentOf(offset: number): string {
    const start = this.start(offset);
    return /^[ \t]*/.exec(this.text.slice(start, offset))?.[0] ?? "";
  }

  /** Only white space stands before an offset in its line. */
  isFirstInLine(offset: number): boolean {
    return this.text.slice(this.start(offset), offset).trim() === "";
  }
}

/**
 * Where a node in block style ends: the end of its last line, its trailing comment included, but not the line break.
 * Blank lines that a `|+` scalar keeps belong to it.
 */
export function lastLineEnd(lines: TextLines, node: SpecNode): number {
  if (node.kind === "scalar" && node.fullEnd !== node.end) return withoutBreak(lines.text, node.fullEnd);
  if (node.kind === "map" && !node.flow) {
    const last = node.entries.at(-1);
    return last ? Math.max(lastLineEnd(lines, last.value), lines.end(last.key.end)) : lines.end(node.end);
  }
  if (node.kind === "list" && !node.flow) {
    const last = node.items.at(-1);
    return last ? lastLineEnd(lines, last.value) : lines.end(node.end);
  }
  return lines.end(node.end);
}

function withoutBreak(text: string, end: number): number {
  if (text[end - 1] !== "\n") return end;
  return text[end - 2] === "\r" ? end - 2 : end - 1;
}

/** Like {@link lastLineEnd}, with the comments below that are indented deeper than the node's owner. */
export function ownedEnd(lines: TextLines, node: SpecNode, ownerColumn: number): number {
  const { text } = lines;
  let end = lastLineEnd(lines, node);
  for (let at = lines.next(end); at < text.length; at = lines.next(at)) {
    const line = text.slice(at, lines.end(at));
    const indent = line.length - line.trimStart().length;
    if (line.trim() === "") continue;
    if (line[indent] !== "#" || indent <= ownerColumn) break;
    end = at + line.length;
  }
  return end;
}

/** After the comment lines that directly follow a place, as long as they are indented to at least a column. */
export function afterComments(lines: TextLines, offset: number, column: number): number {
  const { text } = lines;
  let end = offset;
  for (let at = lines.next(offset); at < text.length; at = lines.next(at)) {
    const line = text.slice(at, lines.end(at));
    const indent = line.length - line.trimStart().length;
    if (line[indent] !== "#" || indent < column) break;
    end = at + line.length;
  }
  return end;
}
