import { isBlank, linesOf, type OffsetWriter, skipBlanks, skipBlanksBack } from "./offset-writer.js";

/** Plain and single-quoted scalars: lines are trimmed, one break becomes a space, more become one fewer breaks. */
export function unfold(writer: OffsetWriter, start: number, end: number, quoted: boolean): void {
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
export function decodeEscapes(writer: OffsetWriter, start: number, end: number): void {
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
