import { useCallback, useEffect, useRef } from "react";
import { useDocument } from "../document/document-context.js";
import { isWork } from "../document/draft.js";
import { exampleTitle, loadExample } from "../document/examples.js";
import { useView } from "../shell/use-view.js";
import { useToast } from "../ui/toasts.js";

/**
 * Opens examples, and keeps the document with the URL: a link to an example, or a step back to one, opens it. What it
 * replaces comes back by undo, and then the URL follows the document.
 */
export function useExamples(): (id: string) => void {
  const { store, origin, baseline, open } = useDocument();
  const [view, changeView] = useView();
  const toast = useToast();
  const openId = origin.kind === "example" ? origin.id : null;
  const wanted = view.example;
  const wasOpen = useRef(openId);
  useEffect(() => {
    const hasStepped = wasOpen.current !== openId;
    wasOpen.current = openId;
    if (wanted === null || wanted === openId) return;
    if (hasStepped) return changeView({ example: openId }, { replace: true });
    let current = true;
    const load = async () => {
      const loaded = await loadExample(wanted);
      if (!current) return;
      if (!loaded.ok) {
        changeView({ example: openId }, { replace: true });
        return toast(loaded.reason);
      }
      const { text } = loaded;
      const replacesWork = isWork({ text: store.snapshot().text, baseline, origin });
      const step = open({ text, origin: { kind: "example", id: wanted }, settings: {} });
      if (replacesWork) toast(`Opened “${exampleTitle(wanted)}”.`, step);
    };
    void load();
    return () => {
      current = false;
    };
  }, [wanted, openId, baseline, origin, store, open, changeView, toast]);
  return useCallback(
    (id: string) => changeView({ example: id, role: null, file: null, phase: "bootstrap" }),
    [changeView],
  );
}
