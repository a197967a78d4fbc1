import type { TextRange } from "@lookinglass/designer";
import { useDocument } from "../document/document-context.js";
import { draftTitle } from "../document/draft.js";
import { draftText } from "../import-export/draft-text.js";
import { useNew } from "../import-export/use-new.js";
import { useRecent } from "../import-export/use-recent.js";
import { GLASS_TITLES, startComparing, viewShowing } from "../looking-glass/glass-view.js";
import { type GlassChange, useGlassView } from "../looking-glass/use-glass-view.js";
import Palette from "../palette/palette.js";
import { paletteGroups } from "../palette/palette-items.js";
import type { Actions } from "./actions.js";
import { THEMES } from "./theme.js";
import { THEME_LOOKS } from "./theme-menu.js";
import type { WorkbenchState } from "./use-workbench.js";

interface PaletteDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly actions: Actions;
  readonly workbench: WorkbenchState;
  readonly onExample: (id: string) => void;
  readonly onReveal: (range: TextRange) => void;
}

/** The palette over all that the workbench has. */
export default function PaletteDialog(props: PaletteDialogProps) {
  const { open, onClose, actions, workbench, onExample, onReveal } = props;
  const { newest, view, changeView, setTheme, setAssumptionsOpen } = workbench;
  const [{ shows }, changeGlass] = useGlassView();
  const openAssumptions = () => {
    changeView({ pane: "glass", page: null });
    setAssumptionsOpen(true);
  };
  const themes = THEMES.map((theme) => ({
    title: `Theme: ${THEME_LOOKS[theme].title}`,
    open: () => setTheme(theme),
  }));
  const { recent } = useDocument();
  const openRecent = useRecent();
  const begin = useNew();
  const drafts = recent().map((draft) => ({
    title: draftTitle(draft),
    detail: draftText(draft),
    open: () => openRecent(draft),
  }));
  const show = (change: GlassChange) => changeGlass({ pane: "glass", page: null, ...change });
  const glassViews = [
    ...GLASS_TITLES.map(({ value, label }) => ({
      title: label,
      open: () => show({ shows: value, compare: null }),
    })),
    {
      title: "Compare two phases",
      open: () => show({ shows: "files", ...startComparing(view.phase) }),
    },
  ];
  const groups = paletteGroups(actions, newest, view, {
    show: (change) => changeGlass({ ...change, page: null, shows: viewShowing(change, shows) }),
    reveal: onReveal,
    openExample: onExample,
    begin,
    recent: drafts,
    views: glassViews,
    settings: [{ title: "What the preview assumes", open: openAssumptions }, ...themes],
  });
  return <Palette open={open} onClose={onClose} groups={groups} />;
}
