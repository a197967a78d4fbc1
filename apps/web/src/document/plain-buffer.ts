import type { Joining, TextBuffer } from "./text-buffer.js";
import { applyTextEdits, editBetween, invertTextEdits, type TextEdit } from "./text-edits.js";

/** One edit of the history, and the way back. */
interface Step {
  readonly edits: readonly TextEdit[];
  readonly inverse: readonly TextEdit[];
  /** Undone and redone together with the step before it. */
  readonly merged: boolean;
}

/** What another buffer needs to carry on with the same text and the same undo stack. */
export interface BufferHistory {
  readonly base: string;
  /** The text after each step, and whether the step belongs to the one before it. */
  readonly steps: readonly { readonly text: string; readonly merged: boolean }[];
  /** How many of the steps are in the text; the rest were undone. */
  readonly done: number;
}

/** A text buffer that needs no editor. */
export interface PlainBuffer extends TextBuffer {
  history(): BufferHistory;
}

export function plainBuffer(base: string): PlainBuffer {
  let text = base;
  let steps: Step[] = [];
  let done = 0;
  let listener: (stepped: boolean) => void = () => {};

  const back = () => {
    const step = steps[done - 1];
    if (!step) return false;
    text = applyTextEdits(text, step.inverse);
    done--;
    return step.merged;
  };
  const forth = () => {
    const step = steps[done];
    if (!step) return;
    text = applyTextEdits(text, step.edits);
    done++;
  };
  const apply = (edits: readonly TextEdit[], joining: Joining) => {
    const merged = joining === "next" && done > 0;
    const step = { edits, inverse: invertTextEdits(text, edits), merged };
    steps = [...steps.slice(0, done), step];
    text = applyTextEdits(text, edits);
    done++;
    listener(false);
  };
  return {
    text: () => text,
    apply,
    replace: (next) => apply([editBetween(text, next)], "alone"),
    undo() {
      if (done === 0) return;
      while (back());
      listener(true);
    },
    redo() {
      if (done === steps.length) return;
      do forth();
      while (steps[done]?.merged);
      listener(true);
    },
    canUndo: () => done > 0,
    canRedo: () => done < steps.length,
    onChange(next) {
      listener = next;
    },
    history: () => ({ base, steps: textsAfter(base, steps), done }),
  };
}

function textsAfter(base: string, steps: readonly Step[]): BufferHistory["steps"] {
  let text = base;
  return steps.map(({ edits, merged }) => {
    text = applyTextEdits(text, edits);
    return { text, merged };
  });
}
