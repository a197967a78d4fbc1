import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { FileOrigin, TextRange } from "../analysis.js";

/** Where one line of a node's file comes from. */
export interface LineOrigin {
  /** Who wrote it; colours and names are those of files. */
  readonly kind: FileOrigin["kind"];
  /** In words; what stands between backticks is code. */
  readonly title: string;
  /** What wrote it, where that stands in the spec text. */
  readonly range?: TextRange;
}

/** The ranges of a text's lines, without their newlines; one at the end of the text begins no line. */
export function lineRanges(text: string): OffsetRange[] {
  const ranges: OffsetRange[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    ranges.push({ start, end });
    start = end + 1;
  }
  return ranges;
}
