import type { BufferChange, Joining, TextBuffer } from "./text-buffer.js";
import { applyTextEdits, editBetween, invertTextEdits, type TextEdit } from "./text-edits.js";

/** One edit of the history, and the way back. */
interface Step {
  readonly version: number;
  readonly edits: readonly TextEdit[];
  readonly inverse: readonly TextEdit[];
  /** Undone and redone together with the step before it. */
  readonly merged: boolean;
}

/** What another buffer needs to carry on with the same text and the same undo stack. */
export interface BufferHistory {
  readonly base: string;
  /** The text after each step, its version, and whether the step belongs to the one before it. */
  readonly steps: readonly { readonly text: string; readonly version: number; readonly merged: boolean }[];
  /** How many of the steps are in the text; the rest were undone. */
  readonly done: number;
}

/** A text buffer that needs no editor. */
export interface PlainBuffer extends TextBuffer {
  history(): BufferHistory;
}

const STEPPED: BufferChange = { stepped: true, edits: [] };

/** The version of the text before any step. */
export const BASE_VERSION = 0;

export function plainBuffer(base: string): PlainBuffer {
  let text = base;
  let steps: Step[] = [];
  let done = 0;
  let newest = BASE_VERSION;
  let listener: (change: BufferChange) => void = () => {};

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
    const step = { version: ++newest, edits, inverse: invertTextEdits(text, edits), merged };
    steps = [...steps.slice(0, done), step];
    text = applyTextEdits(text, edits);
    done++;
    listener({ stepped: false, edits });
  };
  return {
    text: () => text,
    apply,
    replace: (next) => apply([editBetween(text, next)], "alone"),
    undo() {
      if (done === 0) return;
      while (back());
      listener(STEPPED);
    },
    redo() {
      if (done === steps.length) return;
      do forth();
      while (steps[done]?.merged);
      listener(STEPPED);
    },
    version: () => steps[done - 1]?.version ?? BASE_VERSION,
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
  return steps.map(({ edits, version, merged }) => {
    text = applyTextEdits(text, edits);
    return { text, version, merged };
  });
}
