import { byteLength, joinedOffsets, toWellFormed } from "@lookinglass/go";
import { checkBytes } from "./limits.js";
import type { State } from "./state.js";

/** A half-open range of UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range of the output and the text or action of the template that wrote it. */
export interface Segment {
  readonly output: Range;
  readonly source: Range;
}

/** Writes what a range of the template says. */
export function write(state: State, s: string, start: number, end: number): void {
  if (!s) return;
  state.bytes += byteLength(s);
  checkBytes(state, "output", state.bytes);
  state.output += s;
  state.segments.push({ at: state.output.length, source: { start, end } });
}

/** What was written as valid Unicode, and its segments. */
export function finish({ output, segments }: State): { output: string; segments: readonly Segment[] } {
  const text = toWellFormed(output);
  const offsets = text.length < output.length ? joinedOffsets(output) : undefined;
  let start = 0;
  return {
    output: text,
    segments: segments.map(({ at, source }) => {
      const end = offsets?.[at] ?? at;
      const range = { start, end };
      start = end;
      return { output: range, source };
    }),
  };
}
