import { glimpsedName } from "./glimpsed-name.js";
import type { TextEdit } from "./text-edits.js";

/** An edit that leaves less of the text than this where it was may put another document in its place. */
const MOST_KEPT = 0.2;
/** What has fewer lines, and is no JSON, is a piece, or something half typed. */
const FEWEST_LINES = 3;
/** So much of a cluster's spec is found again in the same one, edited elsewhere; of two clusters' it is a quarter. */
const SAME_CLUSTER = 0.5;
/** The same where the name is another: staging and production are alike, and still two clusters. */
const OTHER_NAME = 0.9;

/** An edit of the editor, and the texts around it. */
export interface TypedEdit {
  readonly before: string;
  /** With their places in the text before. */
  readonly edits: readonly TextEdit[];
  readonly after: string;
  /** The text before; when somebody has emptied it first, the one that was there until then. */
  readonly former: string;
}

/**
 * Does an edit open another document in place of this one, as pasting over everything does? Not when it leaves some of
 * the text alone, when what comes is a piece, nor when it is the same document, edited or laid out anew elsewhere: then
 * people want to see what that has changed.
 */
export function opensAnother({ before, edits, after, former }: TypedEdit): boolean {
  if (keptShare(before, edits, after) > MOST_KEPT) return false;
  if (!isWhole(after)) return false;
  const isNamedAlike = glimpsedName(after) === glimpsedName(former);
  return survival(statementsOf(former), statementsOf(after)) < (isNamedAlike ? SAME_CLUSTER : OTHER_NAME);
}

/** How much of the text before, or of the one after, the edits have left alone. */
function keptShare(before: string, edits: readonly TextEdit[], after: string): number {
  const removed = edits.reduce((sum, { start, end }) => sum + end - start, 0);
  const written = edits.reduce((sum, { newText }) => sum + newText.length, 0);
  const ofBefore = isBlank(before) ? 0 : 1 - removed / before.length;
  const ofAfter = after === "" ? 1 : 1 - written / after.length;
  return Math.max(ofBefore, ofAfter);
}

function isWhole(text: string): boolean {
  return /^\s*\{/.test(text) || text.split("\n").filter((line) => !isBlank(line)).length >= FEWEST_LINES;
}

/** Holds the text nothing but white space? */
export function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

/**
 * Lines as what they say: indentation, quotes, the punctuation of JSON and blank lines are layout. A key alone, such
 * as `spec:`, says nothing: every cluster has the same ones.
 */
function statementsOf(text: string): readonly string[] {
  return text.split(/[\n,{}]/).flatMap((part) => {
    const said = part
      .replace(/["'[\]]/g, "")
      .replace(/\s+/g, " ")
      .replace(/: ?/, ": ")
      .trim();
    const statement = said.replace(/^(?:- )+/, "");
    return statement === "" || /^[-:]+$|^[^\s:]+:(?: [|>][-+\d]*)?$/.test(statement) ? [] : [statement];
  });
}

/** The share of the shorter text that is in the other one too: what was only cut or only extended is the same still. */
function survival(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const said of one) left.set(said, (left.get(said) ?? 0) + 1);
  const shared = other.filter((said) => {
    const count = left.get(said) ?? 0;
    left.set(said, count - 1);
    return count > 0;
  });
  const shorter = Math.min(one.length, other.length);
  return shorter === 0 ? 0 : shared.length / shorter;
}
