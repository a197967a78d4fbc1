import { useCallback } from "react";
import { useDocument } from "../document/document-context.js";
import { draftTitle, type KeptDraft } from "../document/draft.js";
import { useView } from "../shell/use-view.js";
import { useToast } from "../ui/toasts.js";

/** Opens an earlier draft in place of the document; undo brings the document back. */
export function useRecent(): (draft: KeptDraft) => void {
  const { open } = useDocument();
  const [, changeView] = useView();
  const toast = useToast();
  return useCallback(
    (draft) => {
      const { text, baseline, origin, settings } = draft;
      // The URL first: it must not name an example that is no longer open.
      changeView({ example: origin.kind === "example" ? origin.id : null, role: null, file: null });
      const step = open({ text, baseline, origin, settings });
      toast(`Opened the draft of ${draftTitle(draft)}.`, step);
    },
    [open, changeView, toast],
  );
}
