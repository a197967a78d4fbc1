import { useCallback, useEffect, useRef } from "react";
import { navigate, useHistoryState } from "wouter/use-browser-location";
import { type DialogId, type DialogState, readDialog } from "./dialog-state.js";

export interface DialogControl {
  readonly dialog: DialogId | null;
  readonly open: (dialog: DialogId) => void;
  /** Does nothing when another dialog has taken its place. */
  readonly close: (dialog: DialogId) => void;
}

/** Which dialog is open. Opening is a step of the browser's history, closing goes back; the focus returns. */
export function useDialog(): DialogControl {
  const dialog = readDialog(useHistoryState());
  const opener = useRef<Element | null>(null);
  const closing = useRef(false);
  useEffect(() => {
    closing.current = false;
    if (dialog === null) return returnFocus(opener.current);
  }, [dialog]);
  const open = useCallback((next: DialogId) => {
    const replace = readDialog(history.state) !== null;
    if (!replace) opener.current = document.activeElement;
    const state: DialogState = { dialog: next };
    navigate(window.location.href, { replace, state });
  }, []);
  const close = useCallback((closed: DialogId) => {
    // Going back takes a moment: a second call must not go back further.
    if (closing.current || readDialog(history.state) !== closed) return;
    closing.current = true;
    history.back();
  }, []);
  return { dialog, open, close };
}

/** After a chain of dialogs nobody else knows where the focus was; the dialogs' own return comes first. */
function returnFocus(to: Element | null): () => void {
  const timer = setTimeout(() => {
    if (document.activeElement === document.body && to instanceof HTMLElement) to.focus();
  });
  return () => clearTimeout(timer);
}
