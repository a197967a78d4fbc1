import { oddPlaces } from "../characters/odd-places.js";
import { refusedCharacters } from "../characters/refused.js";
import { parseSpec } from "../parse/parse-spec.js";
import type { OffsetRange } from "../positions.js";
import type { ChangeResult } from "./apply-edit.js";
import { applyEdits, joinPieces } from "./pieces.js";
import type { TextEdit } from "./spec-edit.js";
import type { EditState } from "./verify.js";

/** Replaces what is white space to a person alone, and removes what YAML refuses; nothing else of the text changes. */
export function applyBlanks(state: EditState, range: OffsetRange): ChangeResult {
  const edits = blanksIn(state.spec.text, range);
  if (edits.length === 0) return { ok: false, reason: "There is no such character in that range." };
  const pieces = applyEdits(state.pieces, edits);
  return { ok: true, state: { ...state, pieces, spec: parseSpec(joinPieces(state.original, pieces)) } };
}

function blanksIn(text: string, { start, end }: OffsetRange): TextEdit[] {
  const odd = oddPlaces(text, Infinity).flatMap(({ meant, ...place }) =>
    meant === null ? [] : [{ start: place.start, end: place.end, newText: meant }],
  );
  const refused = refusedCharacters(text, Infinity).map((place) => ({
    start: place.start,
    end: place.end,
    newText: "",
  }));
  const inRange = [...odd, ...refused].filter((edit) => edit.start >= start && edit.end <= end);
  return withoutOverlap(inRange.toSorted((a, b) => a.start - b.start));
}

function withoutOverlap(edits: readonly TextEdit[]): TextEdit[] {
  let free = 0;
  return edits.filter((edit) => {
    const fits = edit.start >= free;
    if (fits) free = edit.end;
    return fits;
  });
}
