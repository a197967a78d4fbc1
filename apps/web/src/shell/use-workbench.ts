import type { Diagnostic, Fix, Settings, SpecPath, TextRange } from "@lookinglass/designer";
import { useCallback, useEffect, useRef, useState } from "react";
import { useDocument, useSnapshot } from "../document/document-context.js";
import type { DocumentStore } from "../document/document-store.js";
import { useEngine } from "../engine/engine-context.js";
import { type InspectionState, useInspection } from "../engine/use-inspection.js";
import type { RevealRequest } from "../spec-editor/spec-editor.js";
import { useToast } from "../ui/toasts.js";
import { type Theme, useIsDark, useTheme } from "./theme.js";
import { type ChangeView, useView } from "./use-view.js";
import type { ViewState } from "./view-state.js";

/** Everything that the areas of the workbench show and do. */
export interface WorkbenchState extends InspectionState {
  readonly text: string;
  readonly settings: Settings;
  readonly changeSettings: (settings: Settings) => void;
  readonly view: ViewState;
  readonly changeView: ChangeView;
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
  readonly dark: boolean;
  /** Id of the level that the forms edit. */
  readonly scope: string;
  readonly setScope: (id: string) => void;
  /** Null while they are looked for. */
  readonly diagnostics: readonly Diagnostic[] | null;
  /** The diagnostics are of the text as it is now. */
  readonly current: boolean;
  readonly reveal: RevealRequest | null;
  readonly clearReveal: () => void;
  readonly revealRange: (range: TextRange) => void;
  readonly revealPath: (path: SpecPath) => void;
  readonly fix: (fix: Fix) => void;
  readonly assumptionsOpen: boolean;
  readonly setAssumptionsOpen: (open: boolean) => void;
}

export function useWorkbench(): WorkbenchState {
  const { store, origin, baseline, settings, changeSettings } = useDocument();
  const { text } = useSnapshot(store);
  // An example runs on nobody's nodes.
  const imported = origin.kind === "example" ? undefined : baseline;
  const inspection = useInspection(text, settings, imported);
  const [view, changeView] = useView();
  const [theme, setTheme] = useTheme();
  const [scope, setScope] = useState("cluster");
  const [assumptionsOpen, setAssumptionsOpen] = useState(false);
  const diagnostics = inspection.newest?.checked?.diagnostics ?? null;
  return {
    ...inspection,
    text,
    settings,
    changeSettings,
    view,
    changeView,
    theme,
    setTheme,
    dark: useIsDark(theme),
    scope,
    setScope,
    diagnostics,
    current: diagnostics !== null && inspection.newest?.text === text,
    ...useReveal(store, changeView),
    fix: useFix(inspection.newest?.text ?? null),
    assumptionsOpen,
    setAssumptionsOpen,
  };
}

/** Shows places of the text in the editor, wherever that is. */
function useReveal(store: DocumentStore, changeView: ChangeView) {
  const engine = useEngine();
  const [reveal, setReveal] = useState<RevealRequest | null>(null);
  const clearReveal = useCallback(() => setReveal(null), []);
  const revealRange = useCallback(
    (range: TextRange) => {
      changeView({ pane: "spec", page: null }, { replace: true });
      setReveal({ range });
    },
    [changeView],
  );
  const revealPath = useCallback(
    async (path: SpecPath) => {
      const range = await engine.locatePath(store.snapshot().text, path);
      if (range) revealRange(range);
    },
    [engine, store, revealRange],
  );
  return { reveal, clearReveal, revealRange, revealPath };
}

/** Makes a fix's edits, as one undo step; not when somebody has typed since the text that it is of. */
function useFix(diagnosedText: string | null): (fix: Fix) => void {
  const { edit, store } = useDocument();
  const toast = useToast();
  const diagnosed = useRef(diagnosedText);
  useEffect(() => {
    diagnosed.current = diagnosedText;
  }, [diagnosedText]);
  return useCallback(
    async (fix) => {
      if (store.snapshot().text !== diagnosed.current) return toast("The text has changed: try once more.");
      const outcome = await edit({ request: { kind: "spec", edits: fix.edits } });
      if (outcome.kind === "refused") toast(`Not changed: ${outcome.reason}`);
      else toast(`Done: ${fix.title}`, { title: "Undo", run: () => store.undo() });
    },
    [edit, store, toast],
  );
}
