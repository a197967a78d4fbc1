import type { ScalarNode } from "../parse/nodes.js";
import { linesOf, type OffsetWriter } from "./offset-writer.js";

interface BlockLine {
  readonly start: number;
  readonly indent: number;
  readonly end: number;
}

/** Block scalars: indentation goes, folded ones join lines, the chomping indicator decides about the end. */
export function unindent(writer: OffsetWriter, node: ScalarNode): void {
  const { text } = writer;
  const headerEnd = text.indexOf("\n", node.start);
  if (headerEnd === -1 || headerEnd >= node.fullEnd) return;
  const header = /^[|>]([-+\d]*)/.exec(text.slice(node.start, headerEnd))?.[1] ?? "";
  const lines = blockLines(text, headerEnd + 1, node.fullEnd);
  const explicit = Number(/\d/.exec(header)?.[0] ?? 0);
  const content = lines.find((line) => line.end > line.start + line.indent);
  const indent = explicit > 0 ? node.parentIndent + explicit : content?.indent;
  const trim = content ? (indent ?? 0) : Number.POSITIVE_INFINITY;
  const count = contentCount(lines, trim);
  const write = node.style === "literal" ? writeLiteral : writeFolded;
  if (content) write(writer, lines.slice(0, count), trim);
  writeChomped(writer, lines, count, trim, header);
}

function blockLines(text: string, start: number, end: number): BlockLine[] {
  const closed = end > start && text[end - 1] === "\n";
  return linesOf(text, start, closed ? end - (text[end - 2] === "\r" ? 2 : 1) : end).map((line) => {
    let indent = 0;
    while (line.start + indent < line.end && text[line.start + indent] === " ") indent += 1;
    return { start: line.start, indent, end: line.end };
  });
}

/** Lines up to the last that is not blank, or is blank but indented deeper than the content. */
function contentCount(lines: readonly BlockLine[], trim: number): number {
  return lines.findLastIndex((line) => line.end > line.start + line.indent || line.indent > trim) + 1;
}

const contentStart = (line: BlockLine, trim: number): number => line.start + Math.min(line.indent, trim);

function writeLiteral(writer: OffsetWriter, lines: readonly BlockLine[], trim: number): void {
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    const start = contentStart(line, trim);
    if (previous) writer.put("\n", previous.end, start);
    writer.copy(start, line.end);
  }
}

function writeFolded(writer: OffsetWriter, lines: readonly BlockLine[], trim: number): void {
  const first = lines.findIndex((line) => line.end > line.start + line.indent);
  for (const line of lines.slice(0, first)) {
    writer.copy(contentStart(line, trim), line.end);
    writer.put("\n", line.end, line.end + 1);
  }
  let separator = "";
  let breakStart = 0;
  let previousDeeper = false;
  for (const line of lines.slice(first)) {
    const start = contentStart(line, trim);
    const deeper = line.indent > trim || writer.text[start] === "\t";
    if (deeper) {
      if (separator === " ") separator = "\n";
      else if (!previousDeeper && separator === "\n") separator = "\n\n";
    } else if (start === line.end) {
      if (separator === "\n") writer.put("\n", breakStart, start);
      else separator = "\n";
      continue;
    }
    writer.put(separator, breakStart, start);
    writer.copy(start, line.end);
    separator = deeper ? "\n" : " ";
    previousDeeper = deeper;
    breakStart = line.end;
  }
}

/** The line breaks at the end: none for `-`, all for `+`, else one. */
function writeChomped(
  writer: OffsetWriter,
  lines: readonly BlockLine[],
  count: number,
  trim: number,
  header: string,
): void {
  const end = (line: BlockLine | undefined): number => line?.end ?? 0;
  if (header.includes("-")) return;
  if (!header.includes("+")) {
    if (count > 0) writer.put("\n", end(lines[count - 1]), end(lines[count - 1]) + 1);
    return;
  }
  const kept = count > 0 ? lines.slice(count - 1) : lines;
  for (const line of kept) {
    if (line !== lines[count - 1]) writer.copy(contentStart(line, trim), line.end);
    writer.put("\n", line.end, line.end + 1);
  }
}
