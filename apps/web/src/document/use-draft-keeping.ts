import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useToast } from "../ui/toasts.js";
import type { DocumentStore } from "./document-store.js";
import { holdDraft, isHeld } from "./draft-lock.js";
import { draftKey, dropDraft, keepDraft, newDraftId, pruneDrafts, readDraft } from "./draft-shelf.js";
import { type Soon, soon } from "./keep-soon.js";
import { ownDraft, type TabDraft } from "./tab-draft.js";

const KEEP_AFTER_MS = 250;

const NO_ROOM = "The browser has no room to keep this draft: download it before you close the page.";

export interface DraftKeeping {
  /** Of the tab's own draft. */
  readonly id: string;
  /** Another living tab shows the same draft, or a copy of it; this one is kept apart. */
  readonly alsoOpen: boolean;
  readonly dismissAlsoOpen: () => void;
}

/** Writes the tab's draft shortly after each change, and at once when the page goes away. */
export function useDraftKeeping(begun: TabDraft, store: DocumentStore): DraftKeeping {
  const [id, setId] = useState(begun.id);
  const [alsoOpen, setAlsoOpen] = useState(false);
  const keeping = useKeep(id, store);
  const fork = useCallback(() => {
    // What is under the old id belongs to the other tab now.
    keeping.cancel();
    setId(newDraftId());
    setAlsoOpen(true);
  }, [keeping]);
  useEffect(() => ownDraft(sessionStorage, id), [id]);
  useEffect(() => {
    const life = new AbortController();
    holdDraft(id, life.signal, fork);
    return () => life.abort();
  }, [id, fork]);
  useEffect(() => {
    const onStorage = ({ key, newValue }: StorageEvent) => {
      if (key !== draftKey(id)) return;
      // Dropped by another tab to make room: it is written again. Written by another tab: this one moves away.
      if (newValue === null) keeping.now();
      else fork();
    };
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, [id, keeping, fork]);
  useEffect(() => void settleCopy(begun, setAlsoOpen), [begun]);
  return useMemo(() => ({ id, alsoOpen, dismissAlsoOpen: () => setAlsoOpen(false) }), [id, alsoOpen]);
}

/** Of a copied draft: is the other one open in a living tab? If not, the copy takes its place. */
async function settleCopy({ copiedFrom, draft, id }: TabDraft, onAlsoOpen: (open: boolean) => void) {
  if (copiedFrom === null || draft === null) return;
  if (await isHeld(copiedFrom)) return onAlsoOpen(true);
  if (!keepDraft(localStorage, id, draft, Date.now())) return;
  if (readDraft(localStorage, copiedFrom)?.text === draft.text) dropDraft(localStorage, copiedFrom);
}

/** Writes the draft soon after every change. */
function useKeep(id: string, store: DocumentStore): Soon & { now(): void } {
  const toast = useToast();
  const hasFailed = useRef(false);
  const keeping = useMemo(() => {
    const now = () => {
      const { text, opened } = store.snapshot();
      const draft = { text, ...opened };
      const kept = keepDraft(localStorage, id, draft, Date.now());
      if (!kept && !hasFailed.current) toast(NO_ROOM);
      hasFailed.current = !kept;
    };
    return { now, ...soon(now, KEEP_AFTER_MS) };
  }, [id, store, toast]);
  useEffect(() => {
    keeping.want();
    const unsubscribe = store.subscribe(keeping.want);
    window.addEventListener("pagehide", keeping.flush);
    document.addEventListener("visibilitychange", keeping.flush);
    return () => {
      unsubscribe();
      window.removeEventListener("pagehide", keeping.flush);
      document.removeEventListener("visibilitychange", keeping.flush);
      keeping.flush();
    };
  }, [keeping, store]);
  useEffect(() => pruneDrafts(localStorage, id), [id]);
  return keeping;
}
