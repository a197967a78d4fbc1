import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from "react";
import { DropZone } from "../import-export/drop-zone.js";
import { type EditedGroup, useActions } from "./actions.js";
import { AlsoOpenNotice } from "./also-open-notice.js";
import { Dialogs } from "./dialogs.js";
import { Introduction } from "./introduction.js";
import { changes } from "./late-views.js";
import { Panes } from "./panes.js";
import { TopBar } from "./top-bar.js";
import { useDialog } from "./use-dialog.js";
import { usePreparation } from "./use-preparation.js";
import { useShortcuts } from "./use-shortcuts.js";
import { useWorkbench, type WorkbenchState } from "./use-workbench.js";

const ChangesPage = lazy(changes);

/** The page on which a spec is designed. */
export default function WorkbenchPage() {
  const workbench = useWorkbench();
  usePreparation(workbench.diagnostics !== null);
  const dialogs = useDialog();
  const clusterName = workbench.shown?.inspection.analysis.cluster.name ?? null;
  const { view, changeView } = workbench;
  const showsChanges = view.page === "changes";
  const showChanges = useCallback(
    (shown: boolean) => changeView({ page: shown ? "changes" : null }),
    [changeView],
  );
  const actions = useActions({
    clusterName,
    ...useShownRole(workbench),
    group: useEditedGroup(workbench),
    openDialog: dialogs.open,
    showsChanges,
    showChanges,
  });
  useShortcuts(actions, dialogs.dialog !== null);
  useEffect(() => {
    document.title = clusterName === null ? "Lookinglass" : `${clusterName} · Lookinglass`;
  }, [clusterName]);
  return (
    <div className="flex h-full flex-col">
      <TopBar
        clusterName={clusterName}
        actions={actions}
        theme={workbench.theme}
        onTheme={workbench.setTheme}
      />
      <Introduction actions={actions} />
      <main
        data-current={workbench.current}
        aria-busy={!workbench.current}
        className="flex min-h-0 flex-1 flex-col"
      >
        {showsChanges ? (
          <Suspense fallback={<p className="p-4 text-ink-3">Loading…</p>}>
            <ChangesPage shown={workbench.shown} text={workbench.text} onClose={() => showChanges(false)} />
          </Suspense>
        ) : (
          <Panes workbench={workbench} />
        )}
      </main>
      <Dialogs workbench={workbench} dialogs={dialogs} actions={actions} clusterName={clusterName} />
      <DropZone />
      <AlsoOpenNotice onOpenOther={actions.examples.run} />
    </div>
  );
}

/** The group whose settings the forms show; null for the whole cluster. */
function useEditedGroup({ shown, scope }: WorkbenchState): EditedGroup | null {
  const role = shown?.inspection.analysis.roles.find(({ id }) => id === scope);
  const title = role && (role.kind === "master" ? "the masters" : `group ${role.title}`);
  return useMemo(() => (title === undefined ? null : { id: scope, title }), [scope, title]);
}

/** The role that the looking glass shows. Every answer of the engine brings new ones: only their names draw anew. */
function useShownRole({ shown, view: { role: id, phase } }: WorkbenchState) {
  const roles = shown?.inspection.analysis.roles ?? [];
  const role = roles.find((candidate) => candidate.id === id) ?? roles[0] ?? null;
  const newest = useRef(role);
  useEffect(() => {
    newest.current = role;
  }, [role]);
  return { roleTitle: role?.title ?? null, newestRole: newest, phase };
}
