import type { TextRange } from "@lookinglass/designer";
import { type Paint, printable } from "./style.js";

/** Characters of a line that are shown around the place. */
const SHOWN = 100;

/**
 * The line that a range begins on, with the range marked below it.
 *
 * @returns two lines of text, or none for a place behind the end of the text
 */
export function excerpt(text: string, { start, end }: TextRange, paint: Paint): string[] {
  const line = text.split(/\r?\n/)[start.line - 1];
  if (line === undefined) return [];
  const from = Math.max(start.column - 1, 0);
  const to = end.line === start.line ? Math.max(end.column - 1, from + 1) : Math.max(line.length, from + 1);
  const left = Math.max(from - SHOWN / 2, 0);
  const clean = (part: string) => printable(part.replaceAll("\t", " "));
  const before = clean(line.slice(left, from));
  const marked = clean(line.slice(from, Math.min(to, left + SHOWN)));
  const after = clean(line.slice(to, left + SHOWN));
  const number = String(start.line);
  const margin = (label: string) => paint("dim", `${label.padStart(number.length)} │ `);
  return [
    `${margin(number)}${before}${marked}${after}`,
    `${margin("")}${" ".repeat(before.length)}${paint("red", "^".repeat(Math.max(marked.length, 1)))}`,
  ];
}
