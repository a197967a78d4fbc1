import type { Segment } from "@lookinglass/go-template";

/** Segments of one rendering are in the order of the output and touch each other. */
type Segments = readonly Segment[];

/** Those that an offset range of the output touches, as first and last index; `last` is below `first` where none does. */
export function touchedSegments(
  segments: Segments,
  range: { readonly start: number; readonly end: number },
): { readonly first: number; readonly last: number } {
  return {
    first: countWhile(segments, ({ output }) => output.end < range.start),
    last: countWhile(segments, ({ output }) => output.start <= range.end) - 1,
  };
}

/** The last of them that begins at or before an offset. */
export function lastBeginning(segments: Segments, offset: number): Segment | undefined {
  return segments[countWhile(segments, ({ output }) => output.start <= offset) - 1];
}

/** How many segments from the first on fulfil a condition that no later one does once one does not. */
function countWhile(segments: Segments, holds: (segment: Segment) => boolean): number {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const segment = segments[middle];
    if (segment && holds(segment)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Is what the segment wrote text of the template's as it stands there? */
export function isCopied(
  { source, output }: { readonly source: string; readonly output: string },
  segment: Segment,
): boolean {
  const written = output.slice(segment.output.start, segment.output.end);
  return written === source.slice(segment.source.start, segment.source.end);
}
