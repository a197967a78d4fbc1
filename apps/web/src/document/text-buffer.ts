import type { TextEdit } from "./text-edits.js";

/** A text with an undo stack: the plain one until the editor is there, then the editor's own model. */
export interface TextBuffer {
  text(): string;
  /** `merge`: part of the same undo step as the edit before it. */
  apply(edits: readonly TextEdit[], merge: boolean): void;
  /** Another text, as one undo step of its own. */
  replace(text: string): void;
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  /** `stepped`: the change is an undo or a redo. */
  onChange(listener: (stepped: boolean) => void): void;
}
