import { parseSpec } from "../parse/parse-spec.js";
import { applyBlanks } from "./apply-blanks.js";
import { applyChange, type Change, type ChangeResult } from "./apply-edit.js";
import { originalPieces, toTextEdits } from "./pieces.js";
import { toWritable } from "./plain-value.js";
import { removeDocument } from "./root-value.js";
import type { BlanksEdit, EditResult, Refusal, SpecEdit } from "./spec-edit.js";
import { TextLines } from "./text-lines.js";
import { type EditState, firstThatWorks } from "./verify.js";

/**
 * Changes a cluster spec's data with the least change of its text: like jsonc-parser's `modify`, for YAML. Edits apply
 * one after the other. Everything outside the edited values stays byte for byte: comments, order, quoting,
 * indentation, line endings, other documents; JSON stays JSON. After every edit the text is read again and compared
 * with the expected data, so a result is either exactly right or refused.
 *
 * `textEdits` count in the original text. When an edit cannot be made safely (its place is behind an alias or a
 * merge key, the document does not parse, the path leads through text), nothing is changed and `refused` says why,
 * with edits that reach the same end where there are any. Never throws.
 */
export function editSpec(text: string, edits: readonly SpecEdit[]): EditResult {
  const spec = parseSpec(text);
  const previewed = spec.cluster.form === "none" ? 0 : spec.cluster.document;
  const removed: number[] = [];
  let state: EditState = { original: text, pieces: originalPieces(text), spec };
  for (const [index, edit] of edits.entries()) {
    const document = edit.document ?? previewed;
    const current = document - removed.filter((gone) => gone < document).length;
    const result = removed.includes(document) ? gone(document) : applyEdit(state, current, edit);
    if (!result.ok) return refusedResult(text, index, result);
    if (result.state.spec.documents.length < state.spec.documents.length) removed.push(document);
    state = result.state;
  }
  return { text: state.spec.text, textEdits: toTextEdits(text, state.pieces) };
}

const gone = (document: number): ChangeResult => ({ ok: false, reason: `Document ${document} is removed.` });

function refusedResult(text: string, edit: number, result: Extract<ChangeResult, { ok: false }>): EditResult {
  const refusal: Refusal = result.suggestion
    ? { edit, reason: result.reason, suggestion: result.suggestion }
    : { edit, reason: result.reason };
  return { text, textEdits: [], refused: [refusal] };
}

function applyEdit(state: EditState, document: number, edit: SpecEdit): ChangeResult {
  if ("blanks" in edit) return applyBlanks(state, edit.blanks);
  const change = toChange(edit);
  if (!change) return { ok: false, reason: "The value is not JSON-like data, or the edit says nothing." };
  if (change.op === "remove" && change.path.length === 0) return applyRemoveDocument(state, document);
  return applyChange(state, document, change);
}

function toChange(edit: Exclude<SpecEdit, BlanksEdit>): Change | null {
  const { path } = edit;
  if ("remove" in edit && edit.remove) return { op: "remove", path };
  if ("rename" in edit) return { op: "rename", path, name: edit.rename };
  if ("move" in edit) return { op: "move", path, to: edit.move };
  if ("insert" in edit) {
    const value = toWritable(edit.insert);
    return value === undefined ? null : { op: "insert", path, value };
  }
  if (!("value" in edit)) return null;
  if (edit.value === undefined) return { op: "remove", path };
  const value = toWritable(edit.value);
  return value === undefined ? null : { op: "set", path, value, detach: edit.detach === true };
}

function applyRemoveDocument(state: EditState, index: number): ChangeResult {
  const { documents, text, lineStarts } = state.spec;
  if (index >= documents.length) return { ok: true, state };
  const starts = documents.map((document) => document.range.start);
  const expected = documents.filter((document) => document.index !== index).map((document) => document.data);
  const ways = removeDocument(new TextLines(text, lineStarts), starts, index);
  const next = firstThatWorks(state, ways, expected);
  return next ? { ok: true, state: next } : { ok: false, reason: "The document cannot be removed safely." };
}
