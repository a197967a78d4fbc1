import type { Settings } from "@lookinglass/designer";
import { glimpsedName } from "./glimpsed-name.js";
import type { DocumentOrigin } from "./origin.js";

/** What is kept in the browser so that a reload or a crash loses nothing. */
export interface Draft {
  readonly text: string;
  /** The text as it was opened. */
  readonly baseline: string;
  readonly origin: DocumentOrigin;
  readonly settings: Settings;
}

/** A draft on the shelf. */
export interface KeptDraft extends Draft {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** Holds it anything that is not to be had elsewhere? An example as it came does not. */
export function isWork({ text, baseline, origin }: Draft): boolean {
  return text !== baseline || origin.kind !== "example";
}

/** What a list calls a draft. */
export function draftTitle({ text }: Pick<Draft, "text">): string {
  return glimpsedName(text) ?? "Unnamed cluster";
}
