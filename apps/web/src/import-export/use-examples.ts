import { useCallback, useEffect } from "react";
import { useDocument } from "../document/document-context.js";
import { exampleTitle, loadExample } from "../document/examples.js";
import { useView } from "../shell/use-view.js";
import { useToast } from "../ui/toasts.js";

/**
 * Opens examples, and keeps the document with the URL: a link to an example, or a step back to one, opens it. The text
 * that it replaces comes back by undo.
 */
export function useExamples(): (id: string) => void {
  const { store, origin, baseline, open } = useDocument();
  const [view, changeView] = useView();
  const toast = useToast();
  const openId = origin.kind === "example" ? origin.id : null;
  const wanted = view.example;
  useEffect(() => {
    if (wanted === null || wanted === openId) return;
    let current = true;
    const load = async () => {
      const text = await loadExample(wanted).catch(() => null);
      if (!current) return;
      if (text === null) return toast(`The example ${wanted} could not be opened.`);
      const replacesWork = store.snapshot().text !== baseline || openId === null;
      open({ text, origin: { kind: "example", id: wanted }, settings: {} });
      if (!replacesWork) return;
      toast(`Opened “${exampleTitle(wanted)}”.`, { title: "Undo", run: () => store.undo() });
    };
    void load();
    return () => {
      current = false;
    };
  }, [wanted, openId, baseline, store, open, toast]);
  return useCallback(
    (id: string) => changeView({ example: id, role: null, file: null, phase: "bootstrap" }),
    [changeView],
  );
}
