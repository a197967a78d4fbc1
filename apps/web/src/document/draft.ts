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

/** Holds it anything that is not to be had elsewhere? An example or a new spec as it came does not. */
export function isWork({ text, baseline, origin }: Pick<Draft, "text" | "baseline" | "origin">): boolean {
  return text !== baseline || !isOurs(origin);
}

/** Is the text as it was opened one of ours? It runs on nobody's nodes. */
export function isOurs({ kind }: DocumentOrigin): boolean {
  return kind === "example" || kind === "new";
}

/** What a list calls a draft. */
export function draftTitle({ text }: Pick<Draft, "text">): string {
  return glimpsedName(text) ?? "Unnamed cluster";
}
