import type { PhaseId, Role } from "@lookinglass/designer";
import {
  Braces,
  Copy,
  Download,
  FileArchive,
  FileDiff,
  FilePlus2,
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
import { agentConfigForm, JSON_FORM, useExports, YAML_FORM } from "../import-export/use-exports.js";
import { PHASES } from "../looking-glass/phases.js";
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
  | "new"
  | "import"
  | "inspect"
  | "playground"
  | "share"
  | ExportActionId;

/** In the order in which menus list them. */
export const EXPORT_ACTIONS = [
  "download",
  "copy",
  "downloadJson",
  "copyJson",
  "downloadConfig",
  "copyConfig",
  "downloadScopeConfig",
  "copyScopeConfig",
  "downloadFiles",
] as const;
type ExportActionId = (typeof EXPORT_ACTIONS)[number];

export type Actions = Readonly<Record<ActionId, AppAction>>;

export interface EditedGroup {
  readonly id: string;
  /** In the middle of a sentence. */
  readonly title: string;
}

/** What the actions act on, beside the document. */
export interface ActionContext {
  readonly clusterName: string | null;
  /** The role that the looking glass shows; null when there is no cluster. */
  readonly roleTitle: string | null;
  readonly newestRole: { readonly current: Role | null };
  readonly phase: PhaseId;
  /** The level that the forms edit; null: the whole cluster. */
  readonly group: EditedGroup | null;
  readonly openDialog: (dialog: DialogId) => void;
  /** Are the changes shown? */
  readonly showsChanges: boolean;
  readonly showChanges: (shown: boolean) => void;
}

export function useActions(context: ActionContext): Actions {
  const { openDialog, showsChanges, showChanges } = context;
  const { store } = useDocument();
  const { canUndo, canRedo } = useSnapshot(store);
  const exports = useExportActions(context);
  return useMemo(() => {
    const dialog = (id: DialogId) => () => openDialog(id);
    return {
      palette: action("Find anything", Search, dialog("palette"), { shortcuts: ["mod+k"], overEditor: true }),
      shortcuts: action("Keyboard shortcuts", Keyboard, dialog("shortcuts"), { shortcuts: ["?"] }),
      undo: action("Undo", Undo2, store.undo, { shortcuts: ["mod+z"], enabled: canUndo }),
      redo: action("Redo", Redo2, store.redo, { shortcuts: ["mod+shift+z", "mod+y"], enabled: canRedo }),
      changes: action("Changes", FileDiff, () => showChanges(!showsChanges), { pressed: showsChanges }),
      examples: action("Examples", LayoutGrid, dialog("examples")),
      new: action("New", FilePlus2, dialog("new")),
      import: action("Import", FolderOpen, dialog("import"), { shortcuts: ["mod+o"] }),
      ...exports,
      inspect: page("Inspect a node", Server, "/inspect"),
      playground: page("Template playground", Braces, "/playground"),
      share: action("Share", Share2, dialog("share")),
    };
  }, [store, canUndo, canRedo, openDialog, showsChanges, showChanges, exports]);
}

function useExportActions(context: ActionContext): Pick<Actions, ExportActionId> {
  const { clusterName, roleTitle, newestRole, phase, group } = context;
  const exports = useExports(clusterName);
  return useMemo(() => {
    const phaseTitle = PHASES.find(({ value }) => value === phase)?.label ?? phase;
    const filesTitle = `Download certs.d: ${roleTitle ?? "no role"}, ${phaseTitle}`;
    const downloadFiles = () => {
      const role = newestRole.current;
      if (role) exports.downloadFiles(role, phase);
    };
    const config = agentConfig("cluster", "the whole cluster");
    const ofGroup = agentConfig(group?.id ?? "cluster", group?.title ?? "a group");
    const offered = { enabled: group !== null };
    return {
      download: action("Download YAML", Download, () => exports.download(YAML_FORM), {
        shortcuts: ["mod+s"],
      }),
      copy: action("Copy YAML", Copy, () => exports.copy(YAML_FORM)),
      downloadJson: action("Download JSON", Download, () => exports.download(JSON_FORM)),
      copyJson: action("Copy JSON", Copy, () => exports.copy(JSON_FORM)),
      downloadConfig: action(`Download ${config.title}`, Download, () => exports.download(config.form)),
      copyConfig: action(`Copy ${config.title}`, Copy, () => exports.copy(config.form)),
      downloadScopeConfig: action(
        `Download ${ofGroup.title}`,
        Download,
        () => exports.download(ofGroup.form),
        offered,
      ),
      copyScopeConfig: action(`Copy ${ofGroup.title}`, Copy, () => exports.copy(ofGroup.form), offered),
      downloadFiles: action(filesTitle, FileArchive, downloadFiles, { enabled: roleTitle !== null }),
    };
  }, [exports, roleTitle, newestRole, phase, group]);
}

function agentConfig(scope: string, of: string) {
  return { title: `kublrAgentConfig of ${of}`, form: agentConfigForm(scope, of) };
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
