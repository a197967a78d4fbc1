import type { TextEdit } from "./text-edits.js";

/** How an edit joins the undo stack: a step of its own, the first of a run that is one step, or the next of it. */
export type Joining = "alone" | "first" | "next";

export interface BufferChange {
  /** It is an undo or a redo. */
  readonly stepped: boolean;
  readonly edits: readonly TextEdit[];
}

/** A text with an undo stack: the plain one until the editor is there, then the editor's own model. */
export interface TextBuffer {
  text(): string;
  apply(edits: readonly TextEdit[], joining: Joining): void;
  /** Another text, as one undo step of its own. */
  replace(text: string): void;
  undo(): void;
  redo(): void;
  /** Of the text in its history: every change makes a higher one, undo and redo bring the former one back. */
  version(): number;
  canUndo(): boolean;
  canRedo(): boolean;
  onChange(listener: (change: BufferChange) => void): void;
}
