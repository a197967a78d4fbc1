import {
  Copy,
  Download,
  FileDiff,
  FolderOpen,
  Keyboard,
  LayoutGrid,
  type LucideIcon,
  Redo2,
  Search,
  Server,
  Share2,
  Undo2,
} from "lucide-react";
import { useMemo } from "react";
import { navigate } from "wouter/use-browser-location";
import { useDocument, useSnapshot } from "../document/document-context.js";
import { downloadText, exportName } from "../import-export/download.js";
import { copyText } from "../ui/copy-button.js";
import { useToast } from "../ui/toasts.js";
import type { DialogId } from "./dialog-state.js";

/** Something that the user can do: described once, run by buttons, menus, shortcuts and the palette alike. */
export interface AppAction {
  readonly title: string;
  readonly icon: LucideIcon;
  /** The first is shown; see shortcuts.ts. */
  readonly shortcuts: readonly string[];
  readonly enabled: boolean;
  /** Where it leads, when it is a page of its own: buttons are links then. */
  readonly href: string | null;
  /** Its shortcut wins over the editor's own meaning of the same keys. */
  readonly overEditor: boolean;
  /** What it shows is shown; null: it is not a switch. */
  readonly pressed: boolean | null;
  readonly run: () => void;
}

export type ActionId =
  | "palette"
  | "shortcuts"
  | "undo"
  | "redo"
  | "changes"
  | "examples"
  | "import"
  | "download"
  | "copy"
  | "inspect"
  | "share";
export type Actions = Readonly<Record<ActionId, AppAction>>;

interface ActionTargets {
  readonly clusterName: string | null;
  readonly openDialog: (dialog: DialogId) => void;
  /** Are the changes shown? */
  readonly showsChanges: boolean;
  readonly showChanges: (shown: boolean) => void;
}

export function useActions(targets: ActionTargets): Actions {
  const { clusterName, openDialog, showsChanges, showChanges } = targets;
  const { store } = useDocument();
  const { canUndo, canRedo } = useSnapshot(store);
  const toast = useToast();
  return useMemo(() => {
    const text = () => store.snapshot().text;
    const dialog = (id: DialogId) => () => openDialog(id);
    const copy = async () =>
      toast((await copyText(text())) ? "Copied the YAML." : "The browser does not allow copying here.");
    return {
      palette: action("Find anything", Search, dialog("palette"), {
        shortcuts: ["mod+k"],
        overEditor: true,
      }),
      shortcuts: action("Keyboard shortcuts", Keyboard, dialog("shortcuts"), { shortcuts: ["?"] }),
      undo: action("Undo", Undo2, store.undo, { shortcuts: ["mod+z"], enabled: canUndo }),
      redo: action("Redo", Redo2, store.redo, { shortcuts: ["mod+shift+z", "mod+y"], enabled: canRedo }),
      changes: action("Changes", FileDiff, () => showChanges(!showsChanges), { pressed: showsChanges }),
      examples: action("Examples", LayoutGrid, dialog("examples")),
      import: action("Import", FolderOpen, dialog("import"), { shortcuts: ["mod+o"] }),
      download: action("Download YAML", Download, () => downloadText(text(), exportName(clusterName)), {
        shortcuts: ["mod+s"],
      }),
      copy: action("Copy YAML", Copy, copy),
      inspect: page("Inspect a node", Server, "/inspect"),
      share: action("Share", Share2, dialog("share")),
    };
  }, [store, canUndo, canRedo, toast, clusterName, openDialog, showsChanges, showChanges]);
}

type ActionOptions = Partial<Pick<AppAction, "shortcuts" | "enabled" | "href" | "overEditor" | "pressed">>;

function action(title: string, icon: LucideIcon, run: () => void, options: ActionOptions = {}): AppAction {
  return {
    title,
    icon,
    run,
    shortcuts: [],
    enabled: true,
    href: null,
    overEditor: false,
    pressed: null,
    ...options,
  };
}

function page(title: string, icon: LucideIcon, href: string): AppAction {
  return action(title, icon, () => navigate(href), { href });
}
