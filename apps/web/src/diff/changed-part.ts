import { editBetween } from "../document/text-edits.js";

/** A line cut into what both lines begin with, what differs, and what both end with. */
export interface LineParts {
  readonly start: string;
  readonly changed: string;
  readonly end: string;
}

/** Lines that have less in common than this part of the longer one are two different lines. */
const LEAST_COMMON = 0.3;

/** What of a line differs from its counterpart; null when the two have too little in common to say. */
export function changedPart(line: string, counterpart: string): LineParts | null {
  const { start, end } = editBetween(line, counterpart);
  const common = start + line.length - end;
  if (common < LEAST_COMMON * Math.max(line.length, counterpart.length)) return null;
  return { start: line.slice(0, start), changed: line.slice(start, end), end: line.slice(end) };
}
