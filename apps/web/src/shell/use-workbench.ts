import type { Diagnostic, Settings, SpecPath, TextRange } from "@lookinglass/designer";
import { useCallback, useState } from "react";
import { useDocument, useSnapshot } from "../document/document-context.js";
import type { DocumentStore } from "../document/document-store.js";
import { isOurs } from "../document/draft.js";
import type { DocumentOrigin } from "../document/origin.js";
import { useEngine } from "../engine/engine-context.js";
import { type OnFix, wantedFix } from "../engine/offered-fix.js";
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
  /** The example that the page was opened with is on its way. */
  readonly awaitsExample: boolean;
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
  readonly fix: OnFix;
  readonly assumptionsOpen: boolean;
  readonly setAssumptionsOpen: (open: boolean) => void;
}

export function useWorkbench(): WorkbenchState {
  const { store, origin, baseline, settings, changeSettings } = useDocument();
  const { text } = useSnapshot(store);
  const imported = isOurs(origin) ? undefined : baseline;
  const [view, changeView] = useView();
  const awaitsExample = useAwaitsExample(view.example, origin);
  const inspection = useInspection(awaitsExample ? null : text, settings, { imported, document: baseline });
  const [theme, setTheme] = useTheme();
  const [scope, setScope] = useState("cluster");
  const [assumptionsOpen, setAssumptionsOpen] = useState(false);
  const diagnostics = inspection.newest?.checked?.diagnostics ?? null;
  return {
    ...inspection,
    text,
    settings,
    changeSettings,
    awaitsExample,
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
    fix: useFix(settings, imported),
    assumptionsOpen,
    setAssumptionsOpen,
  };
}

/** True until the example of a link is open, or cannot be: what was there before is not shown for a moment. */
function useAwaitsExample(wanted: string | null, origin: DocumentOrigin): boolean {
  const isOpen = wanted === null || (origin.kind === "example" && origin.id === wanted);
  const [isAwaited, setAwaited] = useState(!isOpen);
  if (isAwaited && isOpen) setAwaited(false);
  return isAwaited && !isOpen;
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

/** Makes a fix in the text as it is, as one undo step; or changes what is assumed. */
function useFix(settings: Settings, imported: string | undefined): OnFix {
  const { edit, changeSettings } = useDocument();
  const toast = useToast();
  return useCallback(
    async (fix, of) => {
      if (fix.assume) {
        const runtimes = { ...settings.runtimes, ...fix.assume.runtimes };
        toast(`Done: ${fix.title}`, changeSettings({ ...settings, runtimes }));
        return;
      }
      const outcome = await edit({ request: { kind: "fix", fix: wantedFix(fix, of), settings, imported } });
      if (outcome.kind === "refused") toast(`Not changed: ${outcome.reason}`);
      else toast(`Done: ${fix.title}`, outcome.kind === "applied" ? outcome.step : null);
    },
    [edit, toast, settings, changeSettings, imported],
  );
}
