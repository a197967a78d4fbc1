import type { OffsetRange } from "@lookinglass/cluster-spec";
import { contentStart, endsNesting, isBlank, lineEnd, visibleEnd } from "./lines.js";
import { beginsQuoted, closingQuote } from "./quotes.js";

/** A value as it is written, anchor and tag left out. */
export interface OutlineValue extends OffsetRange {
  readonly form: "plain" | "single" | "double" | "block" | "flow";
  /** Of a quoted value or a flow collection: it has its closing mark. */
  readonly closed: boolean;
  /** Of a block scalar: the indentation of its lines; null while it has none. */
  readonly indent: number | null;
  /** Column of the key, dash or map that holds it: what stands no deeper does not belong to it. */
  readonly column: number;
}

const PROPERTIES = /(?:[&!][^\s,[\]{}]*[ \t]+)*/y;
const BLOCK_HEADER = /[|>](?:([1-9])[+-]?|[+-]([1-9])?)?[ \t]*(?:#[^\n]*)?\r?(?=\n|$)/y;

/**
 * The value that begins at an offset; null where only an anchor, a tag or a comment stands.
 *
 * @param column of the key, the dash or the map that holds it: what stands no deeper ends it
 */
export function readValue(text: string, offset: number, column: number): OutlineValue | null {
  PROPERTIES.lastIndex = offset;
  const start = offset + (PROPERTIES.exec(text)?.[0].length ?? 0);
  switch (text[start]) {
    case "|":
    case ">":
      return blockScalar(text, start, column) ?? plain(text, start, column);
    case '"':
      return multiLine(text, start, column, "double", (at, end) => closingQuote(text, at, end, '"'));
    case "'":
      return multiLine(text, start, column, "single", (at, end) => closingQuote(text, at, end, "'"));
    case "{":
    case "[":
      return flowCollection(text, start, column);
    case "#":
      return null;
    default:
      return plain(text, start, column);
  }
}

function plain(text: string, start: number, column: number): OutlineValue | null {
  const line = text.slice(start, lineEnd(text, start));
  const comment = line.search(/(?:^|[ \t])#/);
  const end = start + (comment < 0 ? line : line.slice(0, comment)).trimEnd().length;
  return end > start ? { form: "plain", start, end, closed: true, indent: null, column } : null;
}

function blockScalar(text: string, start: number, column: number): OutlineValue | null {
  BLOCK_HEADER.lastIndex = start;
  const header = BLOCK_HEADER.exec(text);
  if (!header) return null;
  const digit = header[1] ?? header[2];
  let indent = digit === undefined ? null : Math.max(column, 0) + Number(digit);
  let end = lineEnd(text, start);
  while (end < text.length && !endsNesting(text, end + 1, column)) {
    const next = end + 1;
    end = lineEnd(text, next);
    if (indent === null && !isBlank(text, next, end)) indent = contentStart(text, next) - next;
  }
  return { form: "block", start, end, closed: true, indent, column };
}

/** A quoted value, which may go on over lines as long as they are indented. */
function multiLine(
  text: string,
  start: number,
  column: number,
  form: "single" | "double",
  close: (from: number, end: number) => number | null,
): OutlineValue {
  let from = start + 1;
  let end = lineEnd(text, start);
  for (;;) {
    const closing = close(from, end);
    if (closing !== null) return { form, start, end: closing + 1, closed: true, indent: null, column };
    if (end === text.length || endsNesting(text, end + 1, column)) break;
    from = end + 1;
    end = lineEnd(text, from);
  }
  return { form, start, end: visibleEnd(text, end), closed: false, indent: null, column };
}

function flowCollection(text: string, start: number, column: number): OutlineValue {
  let depth = 0;
  let end = start;
  for (let from = start; ; from = end + 1) {
    end = lineEnd(text, from);
    for (let at = from; at < end; at++) {
      const char = text[at];
      if (beginsQuoted(text, at)) at = closingQuote(text, at + 1, end, text[at]) ?? end;
      else if (char === "#" && /\s/.test(text[at - 1] ?? " ")) break;
      else if (char === "{" || char === "[") depth++;
      else if (char === "}" || char === "]") depth--;
      if (depth === 0) return { form: "flow", start, end: at + 1, closed: true, indent: null, column };
    }
    if (end === text.length || endsNesting(text, end + 1, column)) break;
  }
  return { form: "flow", start, end: visibleEnd(text, end), closed: false, indent: null, column };
}
