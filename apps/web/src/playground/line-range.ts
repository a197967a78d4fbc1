import type { TextPosition } from "@lookinglass/designer";

/** Offsets from a place to the end of its line; of the whole line where the place is its end. */
export function lineRange(text: string, { line, column }: TextPosition): { start: number; end: number } {
  const before = text.split("\n").slice(0, line - 1);
  const first = before.reduce((sum, one) => sum + one.length + 1, 0);
  const newline = text.indexOf("\n", first);
  const end = newline < 0 ? text.length : newline;
  const start = Math.min(first + column - 1, end);
  return { start: start < end ? start : first, end };
}
