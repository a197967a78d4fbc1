import type { Settings } from "@lookinglass/designer";
import type { DocumentOrigin } from "./origin.js";

/** What is kept in the browser so that a reload loses nothing. */
export interface Draft {
  readonly text: string;
  /** The text as it was opened. */
  readonly baseline: string;
  readonly origin: DocumentOrigin;
  readonly settings: Settings;
}

const KEY = "lookinglass.draft";
const VERSION = 1;

type DraftStorage = Pick<Storage, "getItem" | "setItem">;

/** The kept draft, or null when there is none that this version can read. */
export function readDraft(storage: DraftStorage): Draft | null {
  try {
    const stored: unknown = JSON.parse(storage.getItem(KEY) ?? "null");
    return isDraft(stored) ? stored : null;
  } catch {
    return null; // no storage, or something else's data: start afresh
  }
}

/** False when the browser has no room or no storage. */
export function writeDraft(storage: DraftStorage, draft: Draft): boolean {
  try {
    storage.setItem(KEY, JSON.stringify({ ...draft, version: VERSION }));
    return true;
  } catch {
    return false;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null || !("version" in value)) return false;
  // This app alone writes the key, and changes VERSION when it changes the shape.
  const draft = value as Partial<Draft> & { version: unknown };
  return (
    draft.version === VERSION &&
    typeof draft.text === "string" &&
    typeof draft.baseline === "string" &&
    typeof draft.origin === "object" &&
    typeof draft.settings === "object"
  );
}
