import type { Draft, KeptDraft } from "./draft.js";

/**
 * The drafts in the browser's storage. Every tab writes one of its own, so that no tab overwrites another's text; what
 * a tab has put aside lies beside them. Bounded in number and size: the oldest go first.
 */
const PREFIX = "lookinglass.draft.";
const VERSION = 2;

/** Drafts beyond these are dropped, the oldest first. Browsers give 5 million characters to a site. */
const MAX_DRAFTS = 10;
const MAX_CHARACTERS = 4_000_000;

export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** The key of a draft in the storage, as events about it name it. */
export function draftKey(id: string): string {
  return PREFIX + id;
}

/** A new id: 96 random bits. `randomUUID` exists on secure pages only. */
export function newDraftId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** All drafts that this version can read, newest first. */
export function readDrafts(storage: DraftStorage): readonly KeptDraft[] {
  try {
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
    const drafts = keys.filter((key) => key.startsWith(PREFIX)).map((key) => readKey(storage, key));
    return drafts.filter((draft) => draft !== null).toSorted((a, b) => b.savedAt - a.savedAt);
  } catch {
    return []; // no storage
  }
}

export function readDraft(storage: DraftStorage, id: string): KeptDraft | null {
  return readKey(storage, draftKey(id));
}

/**
 * Writes a draft. When there is no room, older drafts make place.
 *
 * @returns false when the browser has no storage, or not enough for this draft alone
 */
export function keepDraft(storage: DraftStorage, id: string, draft: Draft, now: number): boolean {
  // The baseline mostly is the text: then it is not written twice.
  const { baseline, ...rest } = draft;
  const written = baseline === draft.text ? rest : draft;
  const content = JSON.stringify({ ...written, savedAt: now, version: VERSION });
  if (content.length > MAX_CHARACTERS) return false;
  for (;;) {
    try {
      storage.setItem(draftKey(id), content);
      return true;
    } catch {
      const oldest = readDrafts(storage).findLast((other) => other.id !== id);
      if (!oldest) return false;
      dropDraft(storage, oldest.id);
    }
  }
}

export function dropDraft(storage: DraftStorage, id: string): void {
  storage.removeItem(draftKey(id));
}

/** Drops the oldest drafts beyond the bounds, but never `own`. */
export function pruneDrafts(storage: DraftStorage, own: string): void {
  let characters = 0;
  let count = 0;
  for (const { id, text, baseline } of readDrafts(storage)) {
    characters += text.length + baseline.length;
    count += 1;
    if (id !== own && (count > MAX_DRAFTS || characters > MAX_CHARACTERS)) dropDraft(storage, id);
  }
}

function readKey(storage: DraftStorage, key: string): KeptDraft | null {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? "null");
    if (!isStored(stored)) return null;
    const { text, baseline = text, origin, settings, savedAt } = stored;
    return { id: key.slice(PREFIX.length), text, baseline, origin, settings, savedAt };
  } catch {
    return null; // no storage, or something else's data
  }
}

type Stored = Omit<KeptDraft, "id" | "baseline"> & { readonly baseline?: string };

function isStored(value: unknown): value is Stored {
  if (typeof value !== "object" || value === null || !("version" in value)) return false;
  // This app alone writes the key, and changes VERSION when it changes the shape.
  const draft = value as Partial<Stored> & { version: unknown };
  return (
    draft.version === VERSION &&
    typeof draft.text === "string" &&
    typeof (draft.baseline ?? "") === "string" &&
    typeof draft.origin === "object" &&
    typeof draft.settings === "object" &&
    typeof draft.savedAt === "number"
  );
}
