/** The dialogs of the workbench; which one is open is kept in the history's state, so that going back closes it. */
export const DIALOGS = ["palette", "shortcuts", "new", "examples", "import", "share"] as const;
export type DialogId = (typeof DIALOGS)[number];

export interface DialogState {
  readonly dialog: DialogId;
}

/** Which dialog a state of the browser's history has open; anyone may have written that state. */
export function readDialog(state: unknown): DialogId | null {
  if (typeof state !== "object" || state === null || !("dialog" in state)) return null;
  return DIALOGS.find((id) => id === state.dialog) ?? null;
}
