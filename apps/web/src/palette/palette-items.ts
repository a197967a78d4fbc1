import type { Diagnostic, SpecPreview, TextRange } from "@lookinglass/designer";
import { type Beginning, beginnings } from "../document/beginnings.js";
import { examples } from "../document/examples.js";
import type { Inspection } from "../engine/inspection.js";
import { filesOf } from "../looking-glass/fate.js";
import { PHASES } from "../looking-glass/phases.js";
import type { Actions, AppAction } from "../shell/actions.js";
import type { ViewState } from "../shell/view-state.js";

/** One thing that the palette offers. */
export interface PaletteItem {
  readonly id: string;
  readonly title: string;
  /** Beside the title, and searched too. */
  readonly detail: string;
  /** Searched as well, and not shown. */
  readonly keywords: string;
  readonly shortcut: string | null;
  /** It puts another document in place of this one: never what Enter takes after a word. */
  readonly replaces: boolean;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

/** What the palette's items do, beyond the actions. */
export interface PaletteTargets {
  readonly show: (change: Partial<ViewState>) => void;
  readonly reveal: (range: TextRange) => void;
  readonly openExample: (id: string) => void;
  readonly begin: (beginning: Beginning) => void;
  readonly recent: readonly { readonly title: string; readonly detail: string; readonly open: () => void }[];
  /** What the looking glass can show. */
  readonly views: readonly { readonly title: string; readonly open: () => void }[];
  /** Pages of settings and the like, with what opens them. */
  readonly settings: readonly { readonly title: string; readonly open: () => void }[];
}

/** Bounds what is drawn; the list of problems itself has all of them. */
const MAX_PROBLEMS = 100;

/** Everything that can be reached: actions, views, roles, phases, files, problems, examples, settings. */
export function paletteGroups(
  actions: Actions,
  inspection: Inspection | null,
  view: Pick<ViewState, "role" | "phase">,
  targets: PaletteTargets,
): readonly PaletteGroup[] {
  const { palette: _itself, ...others } = actions;
  const analysis = inspection?.analysis ?? null;
  const groups = [
    { title: "Actions", items: Object.entries(others).flatMap(actionItem(hiddenWords(targets))) },
    { title: "Looking glass", items: targets.views.map(({ title, open }) => item("view", title, "", open)) },
    { title: "Node roles", items: roleItems(analysis, targets) },
    { title: "Phases", items: phaseItems(targets) },
    { title: "Files", items: fileItems(analysis, view, targets) },
    {
      title: "Problems",
      items: (inspection?.checked?.diagnostics ?? []).slice(0, MAX_PROBLEMS).map(problemItem(targets)),
    },
    {
      title: "Recent drafts",
      items: targets.recent.map(({ title, detail, open }) => ({
        ...item("draft", `Open draft: ${title}`, detail, open),
        replaces: true,
      })),
    },
    { title: "New", items: newItems(targets) },
    { title: "Examples", items: exampleItems(targets) },
    {
      title: "Settings",
      items: targets.settings.map(({ title, open }) => item("settings", title, "", open)),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function item(kind: string, title: string, detail: string, run: () => void): PaletteItem {
  // The list compares ids without white space around them.
  const id = `${kind} ${title} ${detail}`.trim();
  return { id, title, detail, keywords: "", shortcut: null, replaces: false, run };
}

/** The gallery is found by all that is in it: there the document is replaced by choice. */
function galleryWords({ recent }: PaletteTargets): string {
  return [
    ...recent,
    ...examples.map(({ title, shows }) => ({ title: `Open example: ${title}`, detail: shows })),
  ]
    .map(({ title, detail }) => `${title} ${detail}`)
    .concat("Open draft: recent drafts")
    .join(" ");
}

/** What is found by more than its title. */
function hiddenWords(targets: PaletteTargets): Readonly<Record<string, string>> {
  const starters = beginnings.map(({ title }) => title).join(" ");
  return { examples: galleryWords(targets), new: `starter template begin blank cluster spec ${starters}` };
}

function actionItem(words: Readonly<Record<string, string>>) {
  return ([id, { title, shortcuts, enabled, run }]: [string, AppAction]): readonly PaletteItem[] => {
    if (!enabled) return [];
    const keywords = words[id] ?? "";
    const shortcut = shortcuts[0] ?? null;
    return [{ ...item("action", title, "", run), id: `action ${id}`, keywords, shortcut }];
  };
}

function roleItems(analysis: SpecPreview | null, { show }: PaletteTargets): readonly PaletteItem[] {
  return (analysis?.roles ?? []).map(({ id, title }) =>
    item("role", title, id, () => show({ role: id, pane: "glass" })),
  );
}

function phaseItems({ show }: PaletteTargets): readonly PaletteItem[] {
  return PHASES.map(({ value, label }) =>
    item("phase", label, "", () => show({ phase: value, pane: "glass" })),
  );
}

/** The files of the role and phase that are shown. */
function fileItems(
  analysis: SpecPreview | null,
  view: Pick<ViewState, "role" | "phase">,
  { show }: PaletteTargets,
): readonly PaletteItem[] {
  const role = analysis?.roles.find(({ id }) => id === view.role) ?? analysis?.roles[0];
  if (!role) return [];
  return filesOf(role, view.phase).map(({ path }) =>
    item("file", path, role.title, () => show({ file: path, pane: "glass" })),
  );
}

function problemItem({ reveal }: PaletteTargets) {
  return ({ code, message, range, places }: Diagnostic): PaletteItem =>
    item("problem", message, `${places ? "from line" : "line"} ${range.start.line} · ${code}`, () =>
      reveal(range),
    );
}

function newItems({ begin }: PaletteTargets): readonly PaletteItem[] {
  return beginnings.map((beginning) => ({
    ...item("new", `New spec: ${beginning.title}`, beginning.shows, () => begin(beginning)),
    replaces: true,
  }));
}

function exampleItems({ openExample }: PaletteTargets): readonly PaletteItem[] {
  return examples.map(({ id, title, shows }) => ({
    ...item("example", `Open example: ${title}`, shows, () => openExample(id)),
    replaces: true,
  }));
}
