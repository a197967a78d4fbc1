import type { Diagnostic } from "@lookinglass/designer";
import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { ScopeSelect } from "../design/scope-select.js";
import { useReading, WhenReadProvider } from "../design/when-read.js";
import { useDocument } from "../document/document-context.js";
import type { InspectionState } from "../engine/use-inspection.js";
import { LookingGlass } from "../looking-glass/looking-glass.js";
import { ProblemList } from "../problems/problem-list.js";
import { SpecPane } from "../spec-editor/spec-pane.js";
import { LoadFailure } from "../ui/load-failure.js";
import { Notice } from "../ui/notice.js";
import { Assumptions } from "./assumptions.js";
import { design } from "./late-views.js";
import { useShowFile } from "./use-show-file.js";
import type { WorkbenchState } from "./use-workbench.js";

/** What is typed is drawn by the editor; the other areas are drawn anew when what they show has changed. */
const Forms = lazy(design);
const Preview = memo(LookingGlass);
const Diagnostics = memo(ProblemList);

export interface AreaProps {
  readonly workbench: WorkbenchState;
}

/** Which level the Design area edits. */
export function Scope({ workbench: { shown, scope, setScope } }: AreaProps) {
  const scopes = shown?.inspection.checked?.forms.scopes ?? [];
  if (scopes.length === 0) return null;
  return <ScopeSelect scopes={scopes} value={scope} onChange={setScope} />;
}

export function Design({ workbench }: AreaProps) {
  const { shown, text, newest, failure, scope, fix, revealPath } = workbench;
  const { store } = useDocument();
  const whenRead = useReading(store, text, newest?.checked ? newest.text : null);
  const showFile = useShowFile();
  const links = useMemo(() => ({ onReveal: revealPath, onShowFile: showFile }), [revealPath, showFile]);
  const forms = shown?.inspection.checked?.forms ?? null;
  const isDrawn = useAfterDrawing(shown !== null);
  return (
    <div
      className="h-full overflow-auto"
      aria-busy={forms === null}
      // Forms that wait for the text to parse are disabled: without them nothing in here could have the focus.
      tabIndex={shown?.stale ? 0 : undefined}
    >
      {forms === null && <NoFormsYet failure={failure} />}
      <LoadFailure fallback={<NoForms />}>
        <WhenReadProvider value={whenRead}>
          <Suspense>
            {isDrawn && (
              // Before there is anything for it to show, so that it is there when there is.
              <Forms shown={shown} scopeId={scope} onFix={fix} links={links} />
            )}
          </Suspense>
        </WhenReadProvider>
      </LoadFailure>
    </div>
  );
}

/** True once the page with the preview has been drawn, and so has asked for the editor, which is much larger. */
function useAfterDrawing(isPreviewed: boolean): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    if (isPreviewed) setDrawn(true);
  }, [isPreviewed]);
  return isDrawn;
}

function NoFormsYet({ failure }: Pick<InspectionState, "failure">) {
  if (failure) return <p className="p-4 text-error">The forms could not be read: {failure.message}</p>;
  return <p className="p-4 text-ink-3">Reading the spec…</p>;
}

function NoForms() {
  return (
    <Notice severity="error" className="m-3">
      The forms did not load. Reload the page to try again.
    </Notice>
  );
}

export function Spec({ workbench }: AreaProps) {
  const { newest, failure, dark, reveal, clearReveal, fix } = workbench;
  const editing = { dark, reveal, onRevealed: clearReveal, onFix: fix };
  return <SpecPane newest={newest} failure={failure} {...editing} />;
}

export function Glass({ workbench }: AreaProps) {
  const { shown, view, changeView, fix, revealPath, revealRange, settings, changeSettings, failure } =
    workbench;
  const { assumptionsOpen, setAssumptionsOpen } = workbench;
  const analysis = shown?.inspection.analysis;
  const assumptions = useMemo(
    () =>
      analysis && (
        <Assumptions
          analysis={analysis}
          settings={settings}
          onChange={changeSettings}
          open={assumptionsOpen}
          onOpen={setAssumptionsOpen}
        />
      ),
    [analysis, settings, changeSettings, assumptionsOpen, setAssumptionsOpen],
  );
  if (failure && !shown) return <p className="p-4 text-error">The engine failed: {failure.message}</p>;
  if (!shown) return <p className="p-4 text-ink-3">Reading the spec…</p>;
  return (
    <Preview
      shown={shown}
      view={view}
      onView={changeView}
      onFix={fix}
      onReveal={revealPath}
      onRevealRange={revealRange}
      assumptions={assumptions}
    />
  );
}

export function Problems({ workbench: { diagnostics, failure, revealRange, fix } }: AreaProps) {
  const reveal = useCallback(({ range }: Diagnostic) => revealRange(range), [revealRange]);
  return <Diagnostics diagnostics={diagnostics} failure={failure} onReveal={reveal} onFix={fix} />;
}
