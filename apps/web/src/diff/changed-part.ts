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
  const [head, tail] = wholeWords(line, counterpart, start, line.length - end);
  const last = line.length - tail;
  return { start: line.slice(0, head), changed: line.slice(head, last), end: line.slice(last) };
}

/** Lengths of what both begin and end with, less the words of which only a part is the same: "true" is no "false". */
function wholeWords(
  line: string,
  counterpart: string,
  start: number,
  end: number,
): readonly [number, number] {
  let head = start;
  while (splitsWord(line, head) || splitsWord(counterpart, head)) head--;
  let tail = end;
  while (splitsWord(line, line.length - tail) || splitsWord(counterpart, counterpart.length - tail)) tail--;
  return [head, tail];
}

function splitsWord(text: string, at: number): boolean {
  return /\w/.test(text.charAt(at - 1)) && /\w/.test(text.charAt(at));
}
