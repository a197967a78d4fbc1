import type { SpecPath } from "../path.js";
import type { OffsetRange } from "../positions.js";

interface EditTarget {
  readonly path: SpecPath;
  /** Index of the document; default: the previewed one, or the first when none is previewed. */
  readonly document?: number | undefined;
}

/** Writes a value; creates the maps on the way that are missing, and appends to a list at its length. */
export interface SetEdit extends EditTarget {
  /** JSON-like data; undefined removes (as in jsonc-parser's `modify`). */
  readonly value: unknown;
  /** In place of an alias, write the value out even when it is the same. */
  readonly detach?: true | undefined;
}

/** Removes a key or a list item; the empty path removes the document with its separator. */
export interface RemoveEdit extends EditTarget {
  readonly remove: true;
}

/** Renames a key. */
export interface RenameEdit extends EditTarget {
  readonly rename: string;
}

/** Inserts a list item; the path ends in the index that it will have. */
export interface InsertEdit extends EditTarget {
  readonly insert: unknown;
}

/** Removes a value and writes it at `move` (a path after the removal): a free key, or an index to insert at. */
export interface MoveEdit extends EditTarget {
  readonly move: SpecPath;
}

/**
 * Writes what was meant (blanks, a line feed, nothing) in place of odd white space and of characters that YAML refuses: those in this range of the
 * text, where there is no doubt of what was meant. The one edit of a text that does not parse; its path is empty.
 */
export interface BlanksEdit extends EditTarget {
  readonly blanks: OffsetRange;
}

export type SpecEdit = SetEdit | RemoveEdit | RenameEdit | InsertEdit | MoveEdit | BlanksEdit;

/** Replaces a half-open range of UTF-16 offsets of the original text. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Why an edit was not made, and where possible edits that reach the same end. */
export interface Refusal {
  /** Index in the list of edits. */
  readonly edit: number;
  readonly reason: string;
  readonly suggestion?: readonly SpecEdit[];
}

export interface EditResult {
  readonly text: string;
  /** In order of place, not overlapping; applied to the original text they give `text`. */
  readonly textEdits: readonly TextEdit[];
  /** Present when an edit was refused; then nothing was changed. */
  readonly refused?: readonly Refusal[];
}
