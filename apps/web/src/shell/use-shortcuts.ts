import { useEffect } from "react";
import type { Actions } from "./actions.js";
import { isTyping, matchesShortcut, typesText } from "./shortcuts.js";

/**
 * Runs actions by their shortcuts, wherever the focus is: fields are part of the document, so undo in one is undo of
 * the document. What the editor has handled itself is left alone, but for the few actions that come before it.
 */
export function useShortcuts(actions: Actions, suspended: boolean): void {
  useEffect(() => {
    if (suspended) return;
    const runMatching = (event: KeyboardEvent, overEditor: boolean) => {
      if (event.defaultPrevented) return;
      const wanted = Object.values(actions).find(
        (action) =>
          action.overEditor === overEditor &&
          action.shortcuts.some(
            (shortcut) =>
              matchesShortcut(event, shortcut) && !(typesText(shortcut) && isTyping(event.target)),
          ),
      );
      if (!wanted) return;
      event.preventDefault();
      event.stopPropagation();
      if (wanted.enabled) wanted.run();
    };
    const before = (event: KeyboardEvent) => runMatching(event, true);
    const after = (event: KeyboardEvent) => runMatching(event, false);
    window.addEventListener("keydown", before, { capture: true });
    window.addEventListener("keydown", after);
    return () => {
      window.removeEventListener("keydown", before, { capture: true });
      window.removeEventListener("keydown", after);
    };
  }, [actions, suspended]);
}
