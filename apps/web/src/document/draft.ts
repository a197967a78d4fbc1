import type { Settings } from "@lookinglass/designer";
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

const TITLE_WITHIN = 10_000;

/** What a list calls a draft: the first name under `metadata:`, as far as a glance at the text tells. */
export function draftTitle({ text }: Pick<Draft, "text">): string {
  const [, name] = /^metadata:[^\n]*\n(?:[ \t]+[^\n]*\n)*?[ \t]+name:[ \t]*["']?([\w.-]+)/m.exec(
    text.slice(0, TITLE_WITHIN),
  ) ?? [null, null];
  return name ?? "Unnamed cluster";
}
