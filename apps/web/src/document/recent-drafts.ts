import { type Draft, isWork, type KeptDraft } from "./draft.js";
import { type DraftStorage, keepDraft, newDraftId, pruneDrafts, readDrafts } from "./draft-shelf.js";

/** What a list of earlier drafts shows; the shelf may hold a few more. */
const MAX_RECENT = 6;

/** Keeps what another document is about to replace, unless the shelf has the same text already. */
export function setAside(storage: DraftStorage, ownId: string, draft: Draft, now: number): void {
  if (!isWork(draft)) return;
  if (readDrafts(storage).some(({ id, text }) => id !== ownId && text === draft.text)) return;
  keepDraft(storage, newDraftId(), draft, now);
  pruneDrafts(storage, ownId);
}

/** Drafts that can be opened again: those that hold work, and not what is open here. */
export function recentDrafts(storage: DraftStorage, ownId: string, openText: string): readonly KeptDraft[] {
  const others = readDrafts(storage).filter((draft) => draft.id !== ownId && draft.text !== openText);
  return others.filter(isWork).slice(0, MAX_RECENT);
}
