import type { LastStep } from "../ui/last-step.js";
import type { Draft } from "./draft.js";
import { type Opened, trackOpenings } from "./openings.js";
import { isBlank, opensAnother } from "./other-document.js";
import { type BufferHistory, plainBuffer } from "./plain-buffer.js";
import type { BufferChange, TextBuffer } from "./text-buffer.js";
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

/**
 * Told of what another document takes the place of.
 *
 * @param pasted what brought the other one, when somebody has pasted it over the text; null: it was opened
 */
export type OnReplaced = (replaced: Draft, pasted: LastStep | null) => void;

export const PASTED = { kind: "import", name: "pasted text" } as const;

/** The document: one text, one undo stack, whoever edits it. */
export interface DocumentStore {
  snapshot(): DocumentSnapshot;
  subscribe(listener: () => void): () => void;
  /** One undo step; edits in a row with the same `mergeKey` are one step together. */
  apply(edits: readonly TextEdit[], mergeKey?: string): LastStep;
  /** Puts another text in place of this one, as one undo step. */
  replace(text: string): LastStep;
  /** Opens another document in place of this one: one undo step, of its text and of what it was opened as. */
  open(document: Draft): LastStep;
  onReplaced(listener: OnReplaced): () => void;
  changeSettings(settings: Opened["settings"]): LastStep;
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
  /** The last text that held anything: who empties the text first replaces that one. */
  let former = initialText;
  const listeners = new Set<() => void>();
  const replacedListeners = new Set<OnReplaced>();

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
    if (!isBlank(snapshot.text)) former = snapshot.text;
    for (const listener of listeners) listener();
  };

  const tellReplaced = (pasted: LastStep | null) => {
    const replaced = { text: former, ...openings.current() };
    return () => {
      for (const listener of replacedListeners) listener(replaced, pasted);
    };
  };

  const changed = ({ stepped, edits }: BufferChange) => {
    const { text: before } = snapshot;
    const after = buffer.text();
    const isAnother = !applying && !stepped && opensAnother({ before, edits, after, former });
    const tellOther = isAnother ? tellReplaced(stepSince(null)) : null;
    if (isAnother) openings.begin({ ...openings.current(), baseline: after, origin: PASTED });
    openings.moveTo(buffer.version());
    if (stepped || isAnother) epoch++;
    // Typing in the editor ends a form's run of merged edits.
    if (!applying) lastMergeKey = undefined;
    tell();
    tellOther?.();
  };
  buffer.onChange(changed);

  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  /** What has just been done, for as long as `isLast` holds. */
  const lastStep = (isLast: () => boolean, takeBack: () => void): LastStep => ({
    isLast,
    subscribe,
    undo: () => isLast() && takeBack(),
  });

  /** The newest step of the undo stack; null: there is one for certain. */
  const stepSince = (before: number | null): LastStep => {
    const version = buffer.version();
    return lastStep(
      () => version !== before && buffer.version() === version,
      () => buffer.undo(),
    );
  };

  /** Nobody types this. */
  const change = (make: () => void) => {
    applying = true;
    make();
    applying = false;
  };

  const apply = (edits: readonly TextEdit[], mergeKey?: string) => {
    const before = buffer.version();
    if (edits.length === 0) return stepSince(before);
    const joining = mergeKey === undefined ? "alone" : mergeKey === lastMergeKey ? "next" : "first";
    change(() => buffer.apply(edits, joining));
    lastMergeKey = mergeKey;
    return stepSince(before);
  };

  const replace = (text: string) => {
    const before = buffer.version();
    if (text === buffer.text()) return stepSince(before);
    epoch++;
    lastMergeKey = undefined;
    change(() => buffer.replace(text));
    return stepSince(before);
  };

  /** The same text under another name: nothing for the undo stack, and yet it can be taken back. */
  const rename = (opened: Opened) => {
    const before = openings.current();
    const version = buffer.version();
    const put = (next: Opened) => {
      openings.change(next);
      tell();
    };
    put(opened);
    return lastStep(
      () => buffer.version() === version && openings.current() === opened,
      () => put(before),
    );
  };

  return {
    snapshot: () => snapshot,
    subscribe,
    apply,
    replace,
    onReplaced(listener) {
      replacedListeners.add(listener);
      return () => void replacedListeners.delete(listener);
    },
    open({ text, ...opened }) {
      tellReplaced(null)();
      if (text === buffer.text()) return rename(opened);
      openings.begin(opened);
      return replace(text);
    },
    changeSettings(settings) {
      const { settings: before } = openings.current();
      const change = (to: Opened["settings"]) => {
        openings.change({ ...openings.current(), settings: to });
        tell();
      };
      change(settings);
      return lastStep(
        () => openings.current().settings === settings,
        () => change(before),
      );
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
