import type { ScalarNode } from "./parse/nodes.js";

/** For every UTF-16 unit of a scalar's value, the range of the text that produced it. */
export interface ScalarOffsets {
  readonly value: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Maps a text scalar's value back to its source. The rules are those of YAML 1.2 (chapters 7.3 and 8.1) as the
 * `yaml` library applies them; null when the scalar is not text or is written with errors.
 */
export function scalarOffsets(text: string, node: ScalarNode): ScalarOffsets | null {
  if (typeof node.value !== "string") return null;
  const writer = new OffsetWriter(text);
  switch (node.style) {
    case "plain":
      unfold(writer, node.start, node.end, false);
      break;
    case "single":
      unfold(writer, node.start + 1, node.end - 1, true);
      break;
    case "double":
      decodeEscapes(writer, node.start + 1, node.end - 1);
      break;
    case "literal":
    case "folded":
      unindent(writer, node);
      break;
    case "empty":
      break;
  }
  const offsets = writer.finish();
  return offsets.value === node.value ? offsets : null;
}

class OffsetWriter {
  readonly text: string;
  readonly #value: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** Writes units that stand for a whole range of the text. */
  put(units: string, start: number, end: number): void {
    this.#value.push(units);
    for (let index = 0; index < units.length; index += 1) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  /** Writes a range of the text as it stands. */
  copy(start: number, end: number): void {
    if (end <= start) return;
    this.#value.push(this.text.slice(start, end));
    for (let at = start; at < end; at += 1) {
      this.#starts.push(at);
      this.#ends.push(at + 1);
    }
  }

  finish(): ScalarOffsets {
    return { value: this.#value.join(""), starts: this.#starts, ends: this.#ends };
  }
}

/** Start and end of every line of a range, line breaks excluded. */
function linesOf(text: string, start: number, end: number): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  for (let at = start; ; ) {
    const newline = text.indexOf("\n", at);
    if (newline === -1 || newline >= end) {
      lines.push({ start: at, end });
      return lines;
    }
    const crlf = newline > at && text[newline - 1] === "\r";
    lines.push({ start: at, end: crlf ? newline - 1 : newline });
    at = newline + 1;
  }
}

const isBlank = (unit: string | undefined): boolean => unit === " " || unit === "\t";

function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text[at])) at += 1;
  return at;
}

function skipBlanksBack(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text[at - 1])) at -= 1;
  return at;
}

/** Plain and single-quoted scalars: lines are trimmed, one break becomes a space, more become one fewer breaks. */
function unfold(writer: OffsetWriter, start: number, end: number, quoted: boolean): void {
  const { text } = writer;
  const lines = linesOf(text, start, end);
  const last = lines.length - 1;
  let breakStart = start;
  let breaks = 0;
  for (const [index, line] of lines.entries()) {
    const from = index === 0 ? line.start : skipBlanks(text, line.start, line.end);
    const to = index === last ? line.end : skipBlanksBack(text, from, line.end);
    if (index > 0 && (to > from || index === last)) writeBreaks(writer, breaks, breakStart, from);
    if (to > from || index === 0) {
      copyQuoted(writer, from, to, quoted);
      breakStart = to;
      breaks = 0;
    }
    breaks += 1;
  }
}

function writeBreaks(writer: OffsetWriter, breaks: number, start: number, end: number): void {
  writer.put(breaks === 1 ? " " : "\n".repeat(breaks - 1), start, end);
}

function copyQuoted(writer: OffsetWriter, start: number, end: number, quoted: boolean): void {
  let at = start;
  while (quoted) {
    const quote = writer.text.indexOf("''", at);
    if (quote === -1 || quote >= end) break;
    writer.copy(at, quote);
    writer.put("'", quote, quote + 2);
    at = quote + 2;
  }
  writer.copy(at, end);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  "\t": "\t",
};
const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Double-quoted scalars: escapes, and line folding around them. */
function decodeEscapes(writer: OffsetWriter, start: number, end: number): void {
  const { text } = writer;
  let at = start;
  while (at < end) {
    const unit = text[at];
    if (unit === "\\") at = writeEscape(writer, at);
    else if (isBlank(unit)) at = writeBlanks(writer, at, end);
    else if (lineBreakAt(text, at) > 0) at = writeFold(writer, at, end);
    else {
      writer.copy(at, at + 1);
      at += 1;
    }
  }
}

function lineBreakAt(text: string, at: number): number {
  if (text[at] === "\n") return 1;
  return text[at] === "\r" && text[at + 1] === "\n" ? 2 : 0;
}

function writeEscape(writer: OffsetWriter, at: number): number {
  const { text } = writer;
  const lineBreak = lineBreakAt(text, at + 1);
  if (lineBreak > 0) return skipBlanks(text, at + 1 + lineBreak, text.length);
  const letter = text[at + 1] ?? "";
  const length = CODE_LENGTHS[letter];
  const end = at + 2 + (length ?? 0);
  writer.put(length === undefined ? (ESCAPES[letter] ?? "") : characterOf(text.slice(at + 2, end)), at, end);
  return end;
}

function characterOf(code: string): string {
  const point = Number.parseInt(code, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : "";
}

/** Blanks count, unless a line break follows. */
function writeBlanks(writer: OffsetWriter, start: number, end: number): number {
  const after = skipBlanks(writer.text, start, end);
  if (lineBreakAt(writer.text, after) === 0) writer.copy(start, after);
  return after;
}

function writeFold(writer: OffsetWriter, start: number, end: number): number {
  let at = start;
  let breaks = 0;
  while (at < end) {
    const length = lineBreakAt(writer.text, at);
    if (length === 0 && !isBlank(writer.text[at])) break;
    if (length > 0) breaks += 1;
    at += Math.max(length, 1);
  }
  writeBreaks(writer, breaks, start, at);
  return at;
}

interface BlockLine {
  readonly start: number;
  readonly indent: number;
  readonly end: number;
}

/** Block scalars: indentation goes, folded ones join lines, the chomping indicator decides about the end. */
function unindent(writer: OffsetWriter, node: ScalarNode): void {
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
