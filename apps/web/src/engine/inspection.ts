import { editSpec, parseSpec } from "@lookinglass/cluster-spec";
import {
  type Analysis,
  analyze,
  type FormChange,
  type FormModel,
  formEdits,
  readForms,
  type Settings,
  type SpecEdit,
} from "@lookinglass/designer";
import type { TextEdit } from "../document/text-edits.js";

/** Everything that the app shows of one text under one set of settings. */
export interface Inspection {
  readonly text: string;
  readonly analysis: Analysis;
  readonly forms: FormModel;
}

/** A change of the document that is not typed: from a form, or a fix of a problem. */
export type EditRequest =
  | { readonly kind: "form"; readonly change: FormChange }
  | { readonly kind: "spec"; readonly edits: readonly SpecEdit[] };

export function inspect(text: string, settings: Settings, imported?: string): Inspection {
  return { text, analysis: analyze(text, settings, imported), forms: readForms(parseSpec(text)) };
}

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
