import { useEffect } from "react";
import type { Actions } from "./actions.js";
import { matchesShortcut } from "./shortcuts.js";

/**
 * Runs actions by their shortcuts, wherever the focus is: fields are part of the document, so undo in one is undo of
 * the document. What the editor has handled itself is left alone.
 */
export function useShortcuts(actions: Actions, suspended: boolean): void {
  useEffect(() => {
    if (suspended) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const wanted = Object.values(actions).find(({ shortcuts }) =>
        shortcuts.some((shortcut) => matchesShortcut(event, shortcut)),
      );
      if (!wanted) return;
      event.preventDefault();
      if (wanted.enabled) wanted.run();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [actions, suspended]);
}
