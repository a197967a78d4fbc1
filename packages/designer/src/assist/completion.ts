import type { OffsetRange } from "@lookinglass/cluster-spec";

/** Something that may be written at the cursor. Narrowing by what is typed already is left to the editor. */
export interface Completion {
  readonly label: string;
  readonly kind: "key" | "value" | "chart-value" | "path" | "config-field" | "function" | "snippet";
  /** Plain text, with the indentation that further lines need. */
  readonly insertText: string;
  /** What it takes the place of, in offsets of the text; the cursor is within it. */
  readonly replace: OffsetRange;
  /** In a few words: type, default, value. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation?: string;
}

/** What is known of the word at the cursor. */
export interface Hover {
  readonly range: OffsetRange;
  readonly markdown: string;
}
