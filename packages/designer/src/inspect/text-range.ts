import type { TextPosition, TextRange } from "../analysis.js";

/** Offsets of a text, in UTF-16 units; the end is excluded. */
interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** Turns offsets of a text into lines and columns. */
export function ranger(text: string): (range: OffsetRange) => TextRange {
  const starts = lineStarts(text);
  return ({ start, end }) => ({ start: positionAt(starts, start), end: positionAt(starts, end) });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function positionAt(starts: readonly number[], offset: number): TextPosition {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
