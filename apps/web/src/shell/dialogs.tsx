import type { TextRange } from "@lookinglass/designer";
import { lazy, Suspense } from "react";
import { useExamples } from "../import-export/use-examples.js";
import type { Actions } from "./actions.js";
import type { DialogId } from "./dialog-state.js";
import { beginning, gallery, importing, palette, share, shortcuts } from "./late-views.js";
import type { DialogControl } from "./use-dialog.js";
import type { WorkbenchState } from "./use-workbench.js";

const GalleryDialog = lazy(gallery);
const NewDialog = lazy(beginning);
const ImportDialog = lazy(importing);
const PaletteDialog = lazy(palette);
const ShortcutSheet = lazy(shortcuts);
const ShareDialog = lazy(share);

interface DialogsProps {
  readonly workbench: WorkbenchState;
  readonly dialogs: DialogControl;
  readonly actions: Actions;
  readonly clusterName: string | null;
}

/** The dialog that is open, if any. */
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
    <Suspense fallback={null}>
      {dialogs.dialog === "examples" && <GalleryDialog {...props("examples")} onChoose={openExample} />}
      {dialogs.dialog === "new" && <NewDialog {...props("new")} />}
      {dialogs.dialog === "import" && <ImportDialog {...props("import")} />}
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
  );
}
