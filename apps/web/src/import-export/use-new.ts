import { useCallback } from "react";
import type { Beginning } from "../document/beginnings.js";
import { useDocument } from "../document/document-context.js";
import { isWork } from "../document/draft.js";
import { useView } from "../shell/use-view.js";
import { useToast } from "../ui/toasts.js";

/** Opens a new spec in place of the document; undo brings the document back. */
export function useNew(): (beginning: Beginning) => void {
  const { store, origin, baseline, open } = useDocument();
  const [, changeView] = useView();
  const toast = useToast();
  return useCallback(
    ({ title, text }) => {
      const replacesWork = isWork({ text: store.snapshot().text, baseline, origin });
      // The URL first: it must not name an example that is no longer open.
      changeView({ example: null, role: null, file: null, phase: "bootstrap" });
      const step = open({ text, origin: { kind: "new", title }, settings: {} });
      if (replacesWork) toast(`Opened a new spec: ${title}.`, step);
    },
    [store, origin, baseline, open, changeView, toast],
  );
}
