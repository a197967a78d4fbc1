import type { EditsRequest, EditsResult, Problem } from "@lookinglass/api-contract";
import { editSpec, type SpecEdit } from "@lookinglass/cluster-spec";
import { analyze, atEveryPlace } from "@lookinglass/designer";
import { problem } from "../problems.js";

export type EditsAnswer =
  | { readonly ok: true; readonly result: EditsResult }
  | { readonly ok: false; readonly problem: Problem };

/** Carries out what a request asks for: its own edits, or those of the fix that it names. */
export function applyEdits(request: EditsRequest): EditsAnswer {
  const edits = request.edits === undefined ? editsOfFix(request) : request.edits.map(toSpecEdit);
  if (edits === null) return noSuchFix();
  const { text, textEdits, refused } = editSpec(request.spec, edits);
  if (refused === undefined) return { ok: true, result: { spec: text, textEdits } };
  const errors = refused.map(({ edit, reason }) => ({ path: `edits.${edit}`, message: reason }));
  const detail = errors.map(({ message }) => message).join(" ");
  return { ok: false, problem: problem("edit-not-possible", detail, { errors }) };
}

function editsOfFix({ spec, settings, imported, fix }: EditsRequest): readonly SpecEdit[] | null {
  const { diagnostics } = analyze(spec, settings, imported);
  const fixes = atEveryPlace(diagnostics).flatMap((diagnostic) => diagnostic.fixes);
  return fixes.find(({ id }) => id === fix)?.edits ?? null;
}

function noSuchFix(): EditsAnswer {
  const detail = "The analysis of this spec with these settings offers no such fix.";
  const errors = [{ path: "fix", message: "not offered for this spec" }];
  return { ok: false, problem: problem("unknown-fix", detail, { errors }) };
}

/** The contract holds a request to exactly one action. */
function toSpecEdit(edit: NonNullable<EditsRequest["edits"]>[number]): SpecEdit {
  const { path, document, value, remove, rename, insert, move, blanks } = edit;
  if (remove) return { path, document, remove };
  if (rename !== undefined) return { path, document, rename };
  if (blanks !== undefined) return { path, document, blanks };
  if (move !== undefined) return { path, document, move };
  return Object.hasOwn(edit, "insert") ? { path, document, insert } : { path, document, value };
}
