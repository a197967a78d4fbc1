/** Half-open range of UTF-16 offsets in the text. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** Offsets of the first character of every line. */
export function computeLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the line that holds an offset; offsets beyond the text fall on its first or last line. */
export function lineOf(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The line and column of an offset, both 1-based, columns in UTF-16 units (as Monaco and LSP count them).
 * Offsets outside the text are moved to its nearest end.
 */
export function toPosition(
  spec: { readonly text: string; readonly lineStarts: readonly number[] },
  offset: number,
): { line: number; column: number } {
  const inside = Math.min(Math.max(offset, 0), spec.text.length);
  const line = lineOf(spec.lineStarts, inside);
  return { line: line + 1, column: inside - (spec.lineStarts[line] ?? 0) + 1 };
}
