import { editSpec, parseSpec } from "@lookinglass/cluster-spec";
import { type FormChange, formEdits, removeSecretsEdits, type SpecEdit } from "@lookinglass/designer";
import type { TextEdit } from "../document/text-edits.js";

/** A change of the document that is not typed: from a form, a fix of a problem, or so that it can be shared. */
export type EditRequest =
  | { readonly kind: "form"; readonly change: FormChange }
  | { readonly kind: "spec"; readonly edits: readonly SpecEdit[] }
  | { readonly kind: "remove-secrets" };

/** The text edits that a request comes to on a text, or why it cannot be made there. */
export type EditPlan =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string };

export function planEdits(text: string, request: EditRequest): EditPlan {
  const edits = requestedEdits(text, request);
  if (edits.length === 0) return { ok: true, edits: [] };
  const { textEdits, refused } = editSpec(text, edits);
  return refused?.[0] ? { ok: false, reason: refused[0].reason } : { ok: true, edits: textEdits };
}

function requestedEdits(text: string, request: EditRequest): Parameters<typeof editSpec>[1] {
  switch (request.kind) {
    case "form":
      return formEdits(parseSpec(text), request.change);
    case "spec":
      return request.edits;
    case "remove-secrets":
      return removeSecretsEdits(text);
  }
}
