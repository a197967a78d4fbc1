import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDocumentStore } from "./document-store.js";
import type { Draft } from "./draft.js";
import { plainBuffer } from "./plain-buffer.js";
import { applyTextEdits, editBetween, invertTextEdits } from "./text-edits.js";

const draft = (text: string, name = "first"): Draft => ({
  text,
  baseline: text,
  origin: { kind: "import", name },
  settings: {},
});

describe("text edits", () => {
  test("each edit gives its place in the text before any of them", () => {
    const edits = [
      { start: 4, end: 5, newText: "three" },
      { start: 0, end: 1, newText: "one" },
    ];
    expect(applyTextEdits("1 2 3", edits)).toBe("one 2 three");
  });

  test("the inverse leads back", () => {
    const text = "1 2 3";
    const edits = [
      { start: 0, end: 1, newText: "one" },
      { start: 4, end: 5, newText: "" },
    ];
    const after = applyTextEdits(text, edits);
    expect(applyTextEdits(after, invertTextEdits(text, edits))).toBe(text);
  });

  test("an edit between two texts makes the second of the first, whatever they are", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(applyTextEdits(before, [editBetween(before, after)])).toBe(after);
      }),
    );
  });
});

describe("the document", () => {
  const insert = (start: number, newText: string) => [{ start, end: start, newText }];

  test("undo and redo go through every edit", () => {
    const store = createDocumentStore(draft(""));
    store.apply(insert(0, "a"));
    store.apply(insert(1, "b"));
    store.undo();
    expect(store.snapshot()).toMatchObject({ text: "a", canUndo: true, canRedo: true });
    store.undo();
    expect(store.snapshot()).toMatchObject({ text: "", canUndo: false, canRedo: true });
    store.redo();
    store.redo();
    expect(store.snapshot()).toMatchObject({ text: "ab", canUndo: true, canRedo: false });
  });

  test("edits in a row with the same key are one step", () => {
    const store = createDocumentStore(draft(""));
    store.apply(insert(0, "a"), "name");
    store.apply(insert(1, "b"), "name");
    store.apply(insert(2, "c"), "other");
    store.undo();
    expect(store.snapshot().text).toBe("ab");
    store.undo();
    expect(store.snapshot().text).toBe("");
    store.redo();
    expect(store.snapshot().text).toBe("ab");
  });

  test("an undo ends a run of merged edits", () => {
    const store = createDocumentStore(draft(""));
    store.apply(insert(0, "a"), "name");
    store.apply(insert(1, "b"), "name");
    store.undo();
    store.apply(insert(0, "c"), "name");
    store.apply(insert(1, "d"), "name");
    store.undo();
    expect(store.snapshot().text).toBe("");
  });

  test("an edit after an undo drops what was undone", () => {
    const store = createDocumentStore(draft(""));
    store.apply(insert(0, "a"));
    store.undo();
    store.apply(insert(0, "b"));
    expect(store.snapshot()).toMatchObject({ text: "b", canRedo: false });
  });

  test("replacing the text is one step back", () => {
    const store = createDocumentStore(draft("old text"));
    store.replace("new text");
    store.undo();
    expect(store.snapshot().text).toBe("old text");
  });

  test("undo, redo and replace make unsent field values out of date; an edit does not", () => {
    const store = createDocumentStore(draft("a"));
    const { epoch } = store.snapshot();
    store.apply(insert(0, "b"));
    expect(store.snapshot().epoch).toBe(epoch);
    store.undo();
    store.redo();
    store.replace("c");
    expect(store.snapshot().epoch).toBe(epoch + 3);
  });

  describe("opening another document", () => {
    const opened = (store: ReturnType<typeof createDocumentStore>) => {
      const { origin, baseline, settings } = store.snapshot().opened;
      return [origin.kind === "import" && origin.name, baseline, settings.containerdVersion];
    };

    test("is one step of its text and of what it was opened as", () => {
      const store = createDocumentStore(draft("one"));
      store.apply(insert(3, "!"));
      store.open({ ...draft("two", "second"), settings: { containerdVersion: "2.0" } });
      expect(opened(store)).toEqual(["second", "two", "2.0"]);
      store.undo();
      expect(store.snapshot().text).toBe("one!");
      expect(opened(store)).toEqual(["first", "one", undefined]);
      store.redo();
      expect(store.snapshot().text).toBe("two");
      expect(opened(store)).toEqual(["second", "two", "2.0"]);
    });

    test("an edit after the way back belongs to the document that it was made in", () => {
      const store = createDocumentStore(draft("one"));
      store.open(draft("two", "second"));
      store.apply(insert(0, "x"));
      store.undo();
      expect(opened(store)[0]).toBe("second");
      store.undo();
      store.apply(insert(0, "y"));
      expect(store.snapshot().text).toBe("yone");
      expect(opened(store)[0]).toBe("first");
      store.undo();
      expect(opened(store)[0]).toBe("first");
    });

    test("changed settings stay with the document that they were changed for", () => {
      const store = createDocumentStore(draft("one"));
      store.open(draft("two", "second"));
      store.changeSettings({ containerdVersion: "1.6" });
      store.undo();
      expect(opened(store)[2]).toBeUndefined();
      store.redo();
      expect(opened(store)[2]).toBe("1.6");
    });

    test("the same text under another name is no step", () => {
      const store = createDocumentStore(draft("one"));
      store.open(draft("one", "second"));
      expect(store.snapshot().canUndo).toBe(false);
      expect(opened(store)[0]).toBe("second");
    });
  });

  describe("a step that can be taken back", () => {
    const last = (store: ReturnType<typeof createDocumentStore>) => store.apply(insert(0, "x"));

    test.each<[string, (store: ReturnType<typeof createDocumentStore>) => unknown]>([
      ["an edit", (store) => store.apply(insert(0, "b"))],
      ["another text", (store) => store.replace("other")],
      ["another document", (store) => store.open(draft("two", "second"))],
      ["an undo", (store) => store.undo()],
    ])("is not the last any more after %s, and then takes back nothing", (_name, change) => {
      const store = createDocumentStore(draft("a"));
      const step = last(store);
      let told = 0;
      step.subscribe(() => told++);
      expect(step.isLast()).toBe(true);
      change(store);
      expect(told).toBeGreaterThan(0);
      expect(step.isLast()).toBe(false);
      const { text } = store.snapshot();
      step.undo();
      expect(store.snapshot().text).toBe(text);
    });

    test("is the last again once what came after it is undone", () => {
      const store = createDocumentStore(draft("a"));
      const step = last(store);
      store.apply(insert(0, "y"));
      store.undo();
      step.undo();
      expect(store.snapshot().text).toBe("a");
    });

    test("is none where nothing changed", () => {
      const store = createDocumentStore(draft("a"));
      last(store);
      for (const step of [store.apply([]), store.replace("xa")]) {
        expect(step.isLast()).toBe(false);
        step.undo();
      }
      expect(store.snapshot().text).toBe("xa");
    });

    test("of the same text under another name, gives back the name and leaves the text", () => {
      const store = createDocumentStore(draft("a"));
      last(store);
      const step = store.open(draft("xa", "second"));
      step.undo();
      expect(store.snapshot()).toMatchObject({ text: "xa", opened: { origin: { name: "first" } } });
      expect(step.isLast()).toBe(false);
    });

    test("stays the last over a change of buffers", () => {
      const store = createDocumentStore(draft("a"));
      const step = last(store);
      store.handOver((history) => {
        const buffer = plainBuffer(history.base);
        for (const { text } of history.steps) buffer.replace(text);
        return buffer;
      });
      step.undo();
      expect(store.snapshot().text).toBe("a");
    });
  });

  test("text and undo stack are handed over once", () => {
    const store = createDocumentStore(draft("x"));
    store.apply(insert(1, "y"));
    store.apply(insert(2, "z"));
    store.undo();
    const seen: unknown[] = [];
    const make = (history: Parameters<Parameters<typeof store.handOver>[0]>[0]) => {
      seen.push({ base: history.base, steps: history.steps.length, done: history.done });
      const buffer = plainBuffer(history.base);
      for (const { text } of history.steps) buffer.replace(text);
      for (let undone = history.done; undone < history.steps.length; undone++) buffer.undo();
      return buffer;
    };
    store.handOver(make);
    store.handOver(make);
    expect(seen).toEqual([{ base: "x", steps: 2, done: 1 }]);
    store.redo();
    expect(store.snapshot().text).toBe("xyz");
    store.undo();
    store.undo();
    expect(store.snapshot()).toMatchObject({ text: "x", canUndo: false });
  });
});
