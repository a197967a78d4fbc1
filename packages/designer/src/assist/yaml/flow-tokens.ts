import type { OffsetRange } from "@lookinglass/cluster-spec";
import { lineEnd } from "./lines.js";
import { beginsQuoted, closingQuote } from "./quotes.js";

/** A scalar in a flow collection; the range includes its quotes. */
export interface FlowScalar extends OffsetRange {
  readonly kind: "scalar";
  readonly form: "plain" | "single" | "double";
  readonly closed: boolean;
  /** What it says, escapes left as they are. */
  readonly name: string;
}

interface Punctuation extends OffsetRange {
  readonly kind: "{" | "}" | "[" | "]" | "," | ":" | "comment";
}

export type FlowToken = FlowScalar | Punctuation;

/** The tokens of a flow collection (`{a: [1, 2]}`, JSON), which may be unfinished. Open quotes end with their line. */
export function flowTokens(text: string, { start, end }: OffsetRange): FlowToken[] {
  const tokens: FlowToken[] = [];
  let line = start - 1;
  for (let at = start; at < end; ) {
    if (/\s/.test(text[at] ?? "")) at++;
    else {
      if (at > line) line = Math.min(lineEnd(text, at), end);
      const token = tokenAt(text, at, line);
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

/** @param line end of the line, or of the collection */
function tokenAt(text: string, start: number, line: number): FlowToken {
  const char = text[start];
  if (char === "{" || char === "}" || char === "[" || char === "]" || char === ",") {
    return { kind: char, start, end: start + 1 };
  }
  if (isColon(text, start)) return { kind: ":", start, end: start + 1 };
  if (isComment(text, start)) return { kind: "comment", start, end: line };
  return beginsQuoted(text, start) ? quotedScalar(text, start, line) : plainScalar(text, start, line);
}

function quotedScalar(text: string, start: number, line: number): FlowScalar {
  const closing = closingQuote(text, start + 1, line, text[start]);
  const end = closing === null ? line : closing + 1;
  const form = text[start] === '"' ? "double" : "single";
  const name = text.slice(start + 1, closing ?? end);
  return { kind: "scalar", start, end, form, closed: closing !== null, name };
}

function plainScalar(text: string, start: number, line: number): FlowScalar {
  let end = start + 1;
  while (end < line && !/[,[\]{}]/.test(text[end] ?? "") && !isColon(text, end) && !isComment(text, end))
    end++;
  const name = text.slice(start, end).trimEnd();
  return { kind: "scalar", start, end: start + name.length, form: "plain", closed: true, name };
}

function isComment(text: string, at: number): boolean {
  return text[at] === "#" && /\s/.test(text[at - 1] ?? " ");
}

/** JSON needs no blank after a colon, for the key before it is quoted. */
function isColon(text: string, at: number): boolean {
  if (text[at] !== ":") return false;
  return /[\s,[\]{}]/.test(text[at + 1] ?? " ") || /["']/.test(text[at - 1] ?? "");
}
