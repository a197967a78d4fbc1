import { useCallback, useEffect, useState } from "react";
import { DocumentProvider } from "../document/document-context.js";
import { DropZone } from "../import-export/drop-zone.js";
import { GalleryDialog } from "../import-export/gallery-dialog.js";
import { ImportDialog } from "../import-export/import-dialog.js";
import { useExamples } from "../import-export/use-examples.js";
import { ShareDialog } from "../share/share-dialog.js";
import { type DialogId, useActions } from "./actions.js";
import { Panes } from "./panes.js";
import { TopBar } from "./top-bar.js";
import { useShortcuts } from "./use-shortcuts.js";
import { useWorkbench, type WorkbenchState } from "./use-workbench.js";

/** The page on which a spec is designed. */
export default function WorkbenchPage() {
  return (
    <DocumentProvider>
      <Workbench />
    </DocumentProvider>
  );
}

function Workbench() {
  const workbench = useWorkbench();
  const [dialog, setDialog] = useState<DialogId | null>(null);
  const clusterName = workbench.shown?.inspection.analysis.cluster.name ?? null;
  const actions = useActions(clusterName, setDialog);
  useShortcuts(actions, dialog !== null);
  useEffect(() => {
    document.title = clusterName === null ? "Lookinglass" : `${clusterName} · Lookinglass`;
  }, [clusterName]);
  const close = useCallback(() => setDialog(null), []);
  return (
    <div className="flex h-full flex-col">
      <TopBar
        clusterName={clusterName}
        actions={actions}
        theme={workbench.theme}
        onTheme={workbench.setTheme}
      />
      <main className="flex min-h-0 flex-1 flex-col">
        <Panes workbench={workbench} />
      </main>
      <Dialogs workbench={workbench} dialog={dialog} clusterName={clusterName} onClose={close} />
      <DropZone />
    </div>
  );
}

interface DialogsProps {
  readonly workbench: WorkbenchState;
  readonly dialog: DialogId | null;
  readonly clusterName: string | null;
  readonly onClose: () => void;
}

function Dialogs({ workbench, dialog, clusterName, onClose }: DialogsProps) {
  const openExample = useExamples();
  const choose = (id: string) => {
    onClose();
    openExample(id);
  };
  const reveal = (line: number) => {
    onClose();
    workbench.revealRange({ start: { line, column: 1 }, end: { line, column: 1 } });
  };
  return (
    <>
      <GalleryDialog open={dialog === "examples"} onClose={onClose} onChoose={choose} />
      <ImportDialog open={dialog === "import"} onClose={onClose} />
      <ShareDialog
        open={dialog === "share"}
        onClose={onClose}
        text={workbench.text}
        settings={workbench.settings}
        clusterName={clusterName}
        onReveal={reveal}
      />
    </>
  );
}
