import type { TextRange } from "@lookinglass/designer";
import { lazy, Suspense } from "react";
import { GalleryDialog } from "../import-export/gallery-dialog.js";
import { ImportDialog } from "../import-export/import-dialog.js";
import { useExamples } from "../import-export/use-examples.js";
import type { Actions } from "./actions.js";
import type { DialogId } from "./dialog-state.js";
import type { DialogControl } from "./use-dialog.js";
import type { WorkbenchState } from "./use-workbench.js";

const PaletteDialog = lazy(() => import("./palette-dialog.js"));
const ShortcutSheet = lazy(() => import("./shortcut-sheet.js"));
const ShareDialog = lazy(() => import("../share/share-dialog.js"));

interface DialogsProps {
  readonly workbench: WorkbenchState;
  readonly dialogs: DialogControl;
  readonly actions: Actions;
  readonly clusterName: string | null;
}

/** The dialog that is open, if any; the code of most is fetched when they are first opened. */
export function Dialogs({ workbench, dialogs, actions, clusterName }: DialogsProps) {
  const openExample = useExamples();
  const props = (dialog: DialogId) => ({
    open: dialogs.dialog === dialog,
    onClose: () => dialogs.close(dialog),
  });
  const reveal = (range: TextRange) => {
    // A step: it takes the dialog's place.
    workbench.changeView({ pane: "spec", page: null });
    workbench.revealRange(range);
  };
  return (
    <>
      <GalleryDialog {...props("examples")} onChoose={openExample} />
      <ImportDialog {...props("import")} />
      <Suspense fallback={null}>
        {dialogs.dialog === "palette" && (
          <PaletteDialog
            {...props("palette")}
            actions={actions}
            workbench={workbench}
            onExample={openExample}
            onReveal={reveal}
          />
        )}
        {dialogs.dialog === "shortcuts" && <ShortcutSheet {...props("shortcuts")} actions={actions} />}
        {dialogs.dialog === "share" && (
          <ShareDialog
            {...props("share")}
            text={workbench.text}
            settings={workbench.settings}
            clusterName={clusterName}
            onReveal={(line) => reveal({ start: { line, column: 1 }, end: { line, column: 1 } })}
          />
        )}
      </Suspense>
    </>
  );
}
