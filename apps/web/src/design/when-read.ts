import { createContext, useCallback, useContext, useEffect, useRef } from "react";
import type { DocumentStore } from "../document/document-store.js";

/** Resolves once the forms show the document as it is. */
export type WhenRead = () => Promise<void>;

const WhenReadContext = createContext<WhenRead | null>(null);

export const WhenReadProvider = WhenReadContext.Provider;

export function useWhenRead(): WhenRead {
  const whenRead = useContext(WhenReadContext);
  if (!whenRead) throw new Error("useWhenRead needs a WhenReadProvider above it");
  return whenRead;
}

/**
 * Whom the forms keep waiting.
 *
 * @param text the document's as it is
 * @param read the text that the forms show
 */
export function useReading(
  store: Pick<DocumentStore, "snapshot">,
  text: string,
  read: string | null,
): WhenRead {
  const shown = useRef<string | null>(null);
  const waiting = useRef<readonly (() => void)[]>([]);
  useEffect(() => {
    shown.current = read;
    if (read !== text) return;
    const all = waiting.current;
    waiting.current = [];
    for (const go of all) go();
  }, [text, read]);
  return useCallback(async () => {
    if (store.snapshot().text === shown.current) return;
    await new Promise<void>((resolve) => {
      waiting.current = [...waiting.current, resolve];
    });
  }, [store]);
}
