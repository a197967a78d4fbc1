import { type BufferHistory, plainBuffer } from "./plain-buffer.js";
import type { TextBuffer } from "./text-buffer.js";
import type { TextEdit } from "./text-edits.js";

/** The state of the document that components show. */
export interface DocumentSnapshot {
  readonly text: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Grows with every undo, redo and replacement: what a form field holds unsent is then out of date. */
  readonly epoch: number;
}

/** The document: one text, one undo stack, whoever edits it. */
export interface DocumentStore {
  snapshot(): DocumentSnapshot;
  subscribe(listener: () => void): () => void;
  /** One undo step; edits in a row with the same `mergeKey` are one step together. */
  apply(edits: readonly TextEdit[], mergeKey?: string): void;
  /** Puts another text in place of this one, as one undo step. */
  replace(text: string): void;
  undo(): void;
  redo(): void;
  /** Hands text and undo stack over to the editor's buffer. Only the first call does anything. */
  handOver(make: (history: BufferHistory) => TextBuffer): void;
}

export function createDocumentStore(initialText: string): DocumentStore {
  const plain = plainBuffer(initialText);
  let buffer: TextBuffer = plain;
  let lastMergeKey: string | undefined;
  let applying = false;
  let epoch = 0;
  const listeners = new Set<() => void>();
  const take = (): DocumentSnapshot => ({
    text: buffer.text(),
    canUndo: buffer.canUndo(),
    canRedo: buffer.canRedo(),
    epoch,
  });
  let snapshot = take();

  const changed = (stepped: boolean) => {
    if (stepped) epoch++;
    // Typing in the editor ends a form's run of merged edits.
    if (!applying) lastMergeKey = undefined;
    snapshot = take();
    for (const listener of listeners) listener();
  };
  buffer.onChange(changed);

  const apply = (edits: readonly TextEdit[], mergeKey?: string) => {
    if (edits.length === 0) return;
    applying = true;
    buffer.apply(edits, mergeKey === undefined ? "alone" : mergeKey === lastMergeKey ? "next" : "first");
    applying = false;
    lastMergeKey = mergeKey;
  };
  return {
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply,
    replace(text) {
      if (text === buffer.text()) return;
      epoch++;
      lastMergeKey = undefined;
      buffer.replace(text);
    },
    undo: () => buffer.undo(),
    redo: () => buffer.redo(),
    handOver(make) {
      if (buffer !== plain) return;
      buffer = make(plain.history());
      buffer.onChange(changed);
      snapshot = take();
      for (const listener of listeners) listener();
    },
  };
}
