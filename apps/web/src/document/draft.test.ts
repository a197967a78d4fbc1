import { expect, test } from "vitest";
import { type Draft, readDraft, writeDraft } from "./draft.js";

function memory(initial: string | null = null) {
  let stored = initial;
  return {
    getItem: () => stored,
    setItem: (_key: string, value: string) => {
      stored = value;
    },
  };
}

const draft: Draft = {
  text: "spec: {}\r\n",
  baseline: "spec:",
  origin: { kind: "import", name: "cluster.yaml" },
  settings: { spegelVersion: "0.7.4" },
};

test("a draft is read back as written", () => {
  const storage = memory();
  expect(writeDraft(storage, draft)).toBe(true);
  expect(readDraft(storage)).toMatchObject(draft);
});

test.each([
  ["nothing", null],
  ["no JSON", "{"],
  ["another shape", '{"version":1,"text":1}'],
  ["another version", JSON.stringify({ ...draft, version: 99 })],
])("%s in the storage: no draft", (_name, stored) => {
  expect(readDraft(memory(stored))).toBeNull();
});

test("a full storage is reported, not thrown", () => {
  const storage = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  expect(writeDraft(storage, draft)).toBe(false);
});
