import { type Draft, isWork } from "./draft.js";
import {
  type DraftStorage,
  keepDraft,
  newDraftId,
  pruneDrafts,
  readDraft,
  readDrafts,
} from "./draft-shelf.js";

/** With which draft a tab begins. */
export interface TabDraft {
  /** The tab's own draft: no other tab writes it. */
  readonly id: string;
  /** What it holds so far; null for a first visit. */
  readonly draft: Draft | null;
  /** The draft of which this one begins as a copy; null when the tab carries on with its own. */
  readonly copiedFrom: string | null;
}

const TAB_KEY = "lookinglass.tab";

type TabStorage = Pick<Storage, "getItem" | "setItem">;

/** A reload carries on with the tab's own draft; a new tab begins with a copy of the newest work of any. */
export function beginTab(storage: DraftStorage, tab: TabStorage): TabDraft {
  const id = readTab(tab);
  const own = id === null ? null : readDraft(storage, id);
  if (id !== null && own) return { id, draft: own, copiedFrom: null };
  const newest = readDrafts(storage).find(isWork) ?? null;
  return { id: newDraftId(), draft: newest, copiedFrom: newest?.id ?? null };
}

/** From now on this is the tab's draft: a reload finds it. */
export function ownDraft(tab: TabStorage, id: string): void {
  try {
    tab.setItem(TAB_KEY, id);
  } catch {
    // Without storage a reload begins like a new tab.
  }
}

/**
 * Makes a draft the tab's own, beside the one that it had: that one stays on the shelf.
 *
 * @returns false when the browser has no room for it; then nothing has changed
 */
export function beginWith(storage: DraftStorage, tab: TabStorage, draft: Draft, now: number): boolean {
  const id = newDraftId();
  if (!keepDraft(storage, id, draft, now)) return false;
  pruneDrafts(storage, id);
  ownDraft(tab, id);
  return true;
}

function readTab(tab: TabStorage): string | null {
  try {
    return tab.getItem(TAB_KEY);
  } catch {
    return null;
  }
}
