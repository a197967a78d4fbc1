import type { TextEdit } from "./spec-edit.js";

/** A text under edit: parts of the original, by range, and new text. */
export type Pieces = readonly Piece[];
type Piece = string | { readonly start: number; readonly end: number };

const lengthOf = (piece: Piece): number =>
  typeof piece === "string" ? piece.length : piece.end - piece.start;

const cut = (piece: Piece, from: number, to: number): Piece =>
  typeof piece === "string" ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };

/** The text as it was. */
export function originalPieces(text: string): Pieces {
  return [{ start: 0, end: text.length }];
}

/** Applies edits whose offsets count in the text that the pieces make; they may not overlap. Of two at one place the first comes first. */
export function applyEdits(pieces: Pieces, edits: readonly TextEdit[]): Pieces {
  const fromTheEnd = edits.toReversed().toSorted((a, b) => b.start - a.start || b.end - a.end);
  return fromTheEnd.reduce(applyEdit, pieces);
}

function applyEdit(pieces: Pieces, { start, end, newText }: TextEdit): Pieces {
  const result: Piece[] = [];
  let at = 0;
  let inserted = false;
  const insert = () => {
    if (!inserted) result.push(newText);
    inserted = true;
  };
  for (const piece of pieces) {
    const length = lengthOf(piece);
    if (at >= start) insert();
    if (at < start) result.push(cut(piece, 0, Math.min(length, start - at)));
    if (at + length > start) insert();
    if (at + length > end) result.push(cut(piece, Math.max(0, end - at), length));
    at += length;
  }
  insert();
  return result.filter((piece) => lengthOf(piece) > 0);
}

/** The text that the pieces make. */
export function joinPieces(original: string, pieces: Pieces): string {
  return pieces
    .map((piece) => (typeof piece === "string" ? piece : original.slice(piece.start, piece.end)))
    .join("");
}

/** The edits of the original that make the same text, with lines that did not change left out. */
export function toTextEdits(original: string, pieces: Pieces): TextEdit[] {
  const edits: TextEdit[] = [];
  let cursor = 0;
  let newText = "";
  for (const piece of [...pieces, { start: original.length, end: original.length }]) {
    if (typeof piece === "string") {
      newText += piece;
    } else {
      if (piece.start > cursor || newText !== "") {
        edits.push(trimLines(original, { start: cursor, end: piece.start, newText }));
      }
      cursor = piece.end;
      newText = "";
    }
  }
  return edits.filter((edit) => edit.newText !== original.slice(edit.start, edit.end));
}

/** Leaves out the whole lines at both ends of a replacement that stay the same. */
function trimLines(text: string, { start, end, newText }: TextEdit): TextEdit {
  const before = text.slice(start, end).split(/(?<=\n)/);
  const after = newText.split(/(?<=\n)/);
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const sum = (lines: readonly string[]): number => lines.reduce((length, line) => length + line.length, 0);
  return {
    start: start + sum(before.slice(0, head)),
    end: end - sum(before.slice(before.length - tail)),
    newText: after.slice(head, after.length - tail).join(""),
  };
}
