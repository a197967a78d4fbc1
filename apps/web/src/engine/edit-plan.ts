import { editSpec, parseSpec } from "@lookinglass/cluster-spec";
import {
  atEveryPlace,
  type FormChange,
  formEdits,
  inspectSpec,
  removeSecretsEdits,
  type Settings,
} from "@lookinglass/designer";
import type { TextEdit } from "../document/text-edits.js";
import { offeredFix, type WantedFix } from "./offered-fix.js";

/** A change of the document that is not typed: from a form, a fix of a problem, or so that it can be shared. */
export type EditRequest =
  | { readonly kind: "form"; readonly change: FormChange; readonly settings: Settings }
  | FixRequest
  | { readonly kind: "remove-secrets" };

export interface FixRequest {
  readonly kind: "fix";
  readonly fix: WantedFix;
  readonly settings: Settings;
  /** The text that was imported, taken for what runs on the nodes. */
  readonly imported: string | undefined;
}

/** The text edits that a request comes to on a text, or why it cannot be made there. */
export type EditPlan =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string };

export async function planEdits(text: string, request: EditRequest): Promise<EditPlan> {
  const edits = await requestedEdits(text, request);
  if (!edits) return { ok: false, reason: "the fix no longer fits the text." };
  if (edits.length === 0) return { ok: true, edits: [] };
  const { textEdits, refused } = editSpec(text, edits);
  return refused?.[0] ? { ok: false, reason: refused[0].reason } : { ok: true, edits: textEdits };
}

/** Null when there is nothing like it for the text. */
async function requestedEdits(
  text: string,
  request: EditRequest,
): Promise<Parameters<typeof editSpec>[1] | null> {
  switch (request.kind) {
    case "form":
      return formEdits(parseSpec(text), request.change, request.settings);
    case "fix":
      return fixEdits(text, request);
    case "remove-secrets":
      return removeSecretsEdits(text);
  }
}

/** Made anew from the text as it is: somebody may have typed since the fix was shown. */
async function fixEdits(text: string, { fix, settings, imported }: FixRequest) {
  const { analysis } = await inspectSpec(text, settings, imported);
  return offeredFix(atEveryPlace(analysis.diagnostics), fix)?.edits ?? null;
}
