import { type JsonValue, sameData } from "../json.js";
import { type ParsedSpec, parseSpec } from "../parse/parse-spec.js";
import { applyEdits, joinPieces, type Pieces } from "./pieces.js";
import type { TextEdit } from "./spec-edit.js";

/** A text between two edits. */
export interface EditState {
  readonly original: string;
  readonly pieces: Pieces;
  readonly spec: ParsedSpec;
}

/** The state after text edits, or null unless the text then holds exactly the expected documents and no new fault. */
function tryEdits(
  state: EditState,
  textEdits: readonly TextEdit[],
  expected: readonly JsonValue[],
): EditState | null {
  const pieces = applyEdits(state.pieces, textEdits);
  const spec = parseSpec(joinPieces(state.original, pieces));
  if (spec.problems.length > state.spec.problems.length) return null;
  if (spec.documents.length !== expected.length) return null;
  const same = spec.documents.every((document, index) => sameData(document.data, expected[index]));
  return same ? { ...state, pieces, spec } : null;
}

/** The first of several ways that does what is expected. */
export function firstThatWorks(
  state: EditState,
  ways: Iterable<readonly TextEdit[]>,
  expected: readonly JsonValue[],
): EditState | null {
  for (const way of ways) {
    const next = tryEdits(state, way, expected);
    if (next) return next;
  }
  return null;
}
