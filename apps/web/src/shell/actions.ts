import { Copy, Download, FolderOpen, LayoutGrid, type LucideIcon, Redo2, Share2, Undo2 } from "lucide-react";
import { useMemo } from "react";
import { useDocument, useSnapshot } from "../document/document-context.js";
import { downloadText, exportName } from "../import-export/download.js";
import { copyText } from "../ui/copy-button.js";
import { useToast } from "../ui/toasts.js";

/** Something that the user can do: described once, run by buttons, menus and shortcuts alike. */
export interface AppAction {
  readonly title: string;
  readonly icon: LucideIcon;
  /** The first is shown; see shortcuts.ts. */
  readonly shortcuts: readonly string[];
  readonly enabled: boolean;
  readonly run: () => void;
}

export type DialogId = "examples" | "import" | "share";

export type ActionId = "undo" | "redo" | "examples" | "import" | "download" | "copy" | "share";
export type Actions = Readonly<Record<ActionId, AppAction>>;

export function useActions(clusterName: string | null, openDialog: (dialog: DialogId) => void): Actions {
  const { store } = useDocument();
  const { canUndo, canRedo } = useSnapshot(store);
  const toast = useToast();
  return useMemo(() => {
    const text = () => store.snapshot().text;
    const dialog = (id: DialogId) => () => openDialog(id);
    const copy = async () =>
      toast((await copyText(text())) ? "Copied the YAML." : "The browser does not allow copying here.");
    return {
      undo: action("Undo", Undo2, ["mod+z"], store.undo, canUndo),
      redo: action("Redo", Redo2, ["mod+shift+z", "mod+y"], store.redo, canRedo),
      examples: action("Examples", LayoutGrid, [], dialog("examples")),
      import: action("Import", FolderOpen, ["mod+o"], dialog("import")),
      download: action("Download YAML", Download, ["mod+s"], () =>
        downloadText(text(), exportName(clusterName)),
      ),
      copy: action("Copy YAML", Copy, [], copy),
      share: action("Share", Share2, [], dialog("share")),
    };
  }, [store, canUndo, canRedo, toast, clusterName, openDialog]);
}

function action(
  title: string,
  icon: LucideIcon,
  shortcuts: readonly string[],
  run: () => void,
  enabled = true,
): AppAction {
  return { title, icon, shortcuts, enabled, run };
}
