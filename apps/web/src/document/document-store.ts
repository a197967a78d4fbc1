import type { Draft } from "./draft.js";
import { type Opened, trackOpenings } from "./openings.js";
import { type BufferHistory, plainBuffer } from "./plain-buffer.js";
import type { TextBuffer } from "./text-buffer.js";
import type { TextEdit } from "./text-edits.js";

/** The state of the document that components show. */
export interface DocumentSnapshot {
  readonly text: string;
  /** What the text was opened as; the same object until that changes. */
  readonly opened: Opened;
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
  /** Opens another document in place of this one: one undo step, of its text and of what it was opened as. */
  open(document: Draft): void;
  changeSettings(settings: Opened["settings"]): void;
  undo(): void;
  redo(): void;
  /** Hands text and undo stack over to the editor's buffer. Only the first call does anything. */
  handOver(make: (history: BufferHistory) => TextBuffer): void;
}

export function createDocumentStore({ text: initialText, ...initial }: Draft): DocumentStore {
  const plain = plainBuffer(initialText);
  let buffer: TextBuffer = plain;
  const openings = trackOpenings(initial, buffer.version());
  let lastMergeKey: string | undefined;
  let applying = false;
  let epoch = 0;
  const listeners = new Set<() => void>();
  const take = (): DocumentSnapshot => ({
    text: buffer.text(),
    opened: openings.current(),
    canUndo: buffer.canUndo(),
    canRedo: buffer.canRedo(),
    epoch,
  });
  let snapshot = take();

  const tell = () => {
    snapshot = take();
    for (const listener of listeners) listener();
  };
  const changed = (stepped: boolean) => {
    openings.moveTo(buffer.version());
    if (stepped) epoch++;
    // Typing in the editor ends a form's run of merged edits.
    if (!applying) lastMergeKey = undefined;
    tell();
  };
  buffer.onChange(changed);

  const apply = (edits: readonly TextEdit[], mergeKey?: string) => {
    if (edits.length === 0) return;
    applying = true;
    buffer.apply(edits, mergeKey === undefined ? "alone" : mergeKey === lastMergeKey ? "next" : "first");
    applying = false;
    lastMergeKey = mergeKey;
  };
  const replace = (text: string) => {
    if (text === buffer.text()) return;
    epoch++;
    lastMergeKey = undefined;
    buffer.replace(text);
  };
  return {
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply,
    replace,
    open({ text, ...opened }) {
      if (text === buffer.text()) {
        openings.change(opened);
        return tell();
      }
      openings.begin(opened);
      replace(text);
    },
    changeSettings(settings) {
      openings.change({ ...openings.current(), settings });
      tell();
    },
    undo: () => buffer.undo(),
    redo: () => buffer.redo(),
    handOver(make) {
      if (buffer !== plain) return;
      buffer = make(plain.history());
      buffer.onChange(changed);
      tell();
    },
  };
}
