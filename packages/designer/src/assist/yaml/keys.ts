import type { OffsetRange } from "@lookinglass/cluster-spec";
import { lineEnd } from "./lines.js";
import { closingQuote } from "./quotes.js";

/** A key of a block-style map: its range, quotes included, and the offset of its colon. */
export interface WrittenKey extends OffsetRange {
  readonly name: string;
  readonly colon: number;
}

const NO_PLAIN_START = /[#,[\]{}&*!|>%@`]/;
const COLON = /[ \t]*:(?=\s|$)/y;

/** The key that begins at an offset; null where none does. */
export function readKey(text: string, start: number): WrittenKey | null {
  const char = text[start];
  if (char === '"' || char === "'") return quotedKey(text, start, char);
  return char === undefined || NO_PLAIN_START.test(char) ? null : plainKey(text, start);
}

function quotedKey(text: string, start: number, quote: string): WrittenKey | null {
  const closing = closingQuote(text, start + 1, lineEnd(text, start), quote);
  if (closing === null) return null;
  COLON.lastIndex = closing + 1;
  const match = COLON.exec(text);
  if (!match) return null;
  const raw = text.slice(start + 1, closing);
  const name = quote === "'" ? raw.replaceAll("''", "'") : raw;
  return { start, end: closing + 1, name, colon: COLON.lastIndex - 1 };
}

function plainKey(text: string, start: number): WrittenKey | null {
  const line = text.slice(start, lineEnd(text, start));
  const colon = line.search(/:(?=\s|$)/);
  if (colon <= 0) return null;
  const name = line.slice(0, colon).trimEnd();
  if (/\s#/.test(name)) return null;
  return { start, end: start + name.length, name, colon: start + colon };
}
