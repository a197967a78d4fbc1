import { byteLength, joinedOffsets, toWellFormed } from "./bytes.js";
import type { Budget } from "./limits.js";

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

/** Collects what a template writes, and which part of the template wrote it. */
export class Output {
  readonly #budget: Budget;
  readonly #segments: Segment[] = [];
  #text = "";
  #bytes = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  write(s: string, start: number, end: number): void {
    if (s === "") return;
    this.#bytes += byteLength(s);
    this.#budget.checkBytes("output", this.#bytes);
    const at = this.#text.length;
    this.#text += s;
    this.#segments.push({ output: { start: at, end: at + s.length }, source: { start, end } });
  }

  /** The text as valid Unicode, and its segments. */
  finish(): { output: string; segments: readonly Segment[] } {
    const output = toWellFormed(this.#text);
    if (output.length === this.#text.length) return { output, segments: this.#segments };
    const offsets = joinedOffsets(this.#text);
    const offset = (at: number) => offsets[at] ?? output.length;
    const segments = this.#segments.map(({ output: { start, end }, source }) => ({
      output: { start: offset(start), end: offset(end) },
      source,
    }));
    return { output, segments };
  }
}
