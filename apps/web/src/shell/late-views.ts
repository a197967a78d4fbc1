/** What is not on the first screen: each is a chunk of its own. */
export const gallery = () => import("../import-export/gallery-dialog.js");
export const beginning = () => import("../import-export/new-dialog.js");
export const importing = () => import("../import-export/import-dialog.js");
export const palette = () => import("./palette-dialog.js");
export const shortcuts = () => import("./shortcut-sheet.js");
export const share = () => import("../share/share-dialog.js");
export const hints = () => import("../ui/hints.js");
export const actionList = () => import("./action-list.js");
export const themeList = () => import("./theme-list.js");
export const assumptionsPopover = () => import("./assumptions-popover.js");
export const design = () => import("../design/design-panel.js");
export const searchedScope = () => import("../design/searched-scope.js");
export const overview = () => import("../looking-glass/overview/overview.js");
export const comparing = () => import("../looking-glass/compare/compare-view.js");
export const pullPath = () => import("../pull-path/pull-path-view.js");
export const changes = () => import("../changes/changes-page.js");
export const certsArchive = () => import("../import-export/certs-archive.js");

/** Loads all of them, so that they open at once, and also when the server is away. */
export async function loadLateViews(): Promise<void> {
  const dialogs = [gallery, beginning, importing, palette, shortcuts, share];
  const popups = [hints, actionList, themeList, assumptionsPopover, searchedScope];
  const views = [design, overview, comparing, pullPath, changes, certsArchive];
  await Promise.allSettled([...dialogs, ...popups, ...views].map((load) => load()));
}
