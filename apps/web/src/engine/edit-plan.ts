import { editSpec, parseSpec } from "@lookinglass/cluster-spec";
import { type FormChange, formEdits, type SpecEdit } from "@lookinglass/designer";
import type { TextEdit } from "../document/text-edits.js";

/** A change of the document that is not typed: from a form, or a fix of a problem. */
export type EditRequest =
  | { readonly kind: "form"; readonly change: FormChange }
  | { readonly kind: "spec"; readonly edits: readonly SpecEdit[] };

/** The text edits that a request comes to on a text, or why it cannot be made there. */
export type EditPlan =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string };

export function planEdits(text: string, request: EditRequest): EditPlan {
  const edits = request.kind === "spec" ? request.edits : formEdits(parseSpec(text), request.change);
  if (edits.length === 0) return { ok: true, edits: [] };
  const { textEdits, refused } = editSpec(text, edits);
  return refused?.[0] ? { ok: false, reason: refused[0].reason } : { ok: true, edits: textEdits };
}
