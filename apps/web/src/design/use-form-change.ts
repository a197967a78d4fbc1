import type { FormChange } from "@lookinglass/designer";
import { useCallback } from "react";
import { useDocument } from "../document/document-context.js";
import type { EditOutcome } from "../document/edit-queue.js";
import { useToast } from "../ui/toasts.js";

/** Makes a change of a form in the document. Changes in a row with the same key are one undo step. */
export type ChangeForm = (change: FormChange, mergeKey?: string) => Promise<EditOutcome>;

export function useFormChange(): ChangeForm {
  const { edit, settings } = useDocument();
  const toast = useToast();
  return useCallback(
    async (change, mergeKey) => {
      const merge = mergeKey === undefined ? {} : { mergeKey };
      const outcome = await edit({ request: { kind: "form", change, settings }, ...merge });
      if (outcome.kind === "refused") toast(`Not changed: ${outcome.reason}`);
      return outcome;
    },
    [edit, settings, toast],
  );
}
