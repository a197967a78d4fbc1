import { expect, test } from "vitest";
import { type Draft, draftTitle } from "./draft.js";
import {
  type DraftStorage,
  draftKey,
  dropDraft,
  keepDraft,
  pruneDrafts,
  readDraft,
  readDrafts,
} from "./draft-shelf.js";
import { recentDrafts, setAside } from "./recent-drafts.js";
import { beginTab, beginWith, ownDraft } from "./tab-draft.js";

/** A browser's storage with room for so many characters. */
function storage(room = Number.POSITIVE_INFINITY): DraftStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      const others = [...items].filter(([other]) => other !== key);
      const used = others.reduce((sum, [, text]) => sum + text.length, 0);
      if (used + value.length > room) throw new DOMException("full", "QuotaExceededError");
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

const work = (text: string): Draft => ({
  text,
  baseline: "spec:",
  origin: { kind: "import", name: "cluster.yaml" },
  settings: { spegelVersion: "0.7.4" },
});
const EXAMPLE: Draft = { ...work("spec: {}"), baseline: "spec: {}", origin: { kind: "example", id: "a" } };

test("a draft is read back as written", () => {
  const shelf = storage();
  expect(keepDraft(shelf, "a", work("spec: {}\r\n"), 5)).toBe(true);
  expect(readDraft(shelf, "a")).toEqual({ ...work("spec: {}\r\n"), id: "a", savedAt: 5 });
  keepDraft(shelf, "b", EXAMPLE, 6);
  expect(readDraft(shelf, "b")).toMatchObject(EXAMPLE);
});

test.each([
  ["nothing", null],
  ["no JSON", "{"],
  ["another shape", '{"version":2,"text":1}'],
  ["another version", JSON.stringify({ ...work("a"), savedAt: 1, version: 99 })],
])("%s in the storage: no draft", (_name, stored) => {
  const shelf = storage();
  if (stored !== null) shelf.setItem(draftKey("a"), stored);
  expect(readDraft(shelf, "a")).toBeNull();
  expect(readDrafts(shelf)).toEqual([]);
});

test("older drafts make room, and only a draft that is too large alone is refused", () => {
  const shelf = storage(1_000);
  keepDraft(shelf, "old", work("x".repeat(300)), 1);
  keepDraft(shelf, "new", work("x".repeat(300)), 2);
  expect(keepDraft(shelf, "own", work("x".repeat(400)), 3)).toBe(true);
  expect(readDrafts(shelf).map(({ id }) => id)).toEqual(["own", "new"]);
  expect(keepDraft(shelf, "own", work("x".repeat(4_000_000)), 4)).toBe(false);
  expect(readDrafts(shelf).map(({ id, savedAt }) => [id, savedAt])).toEqual([
    ["own", 3],
    ["new", 2],
  ]);
});

test("the shelf is bounded in number and size, and the own draft stays", () => {
  const many = storage();
  for (let index = 0; index < 14; index++) keepDraft(many, `d${index}`, work(`a: ${index}`), index);
  pruneDrafts(many, "d0");
  expect(readDrafts(many).map(({ id }) => id)).toEqual([
    ..."d13 d12 d11 d10 d9 d8 d7 d6 d5 d4".split(" "),
    "d0",
  ]);
  const large = storage();
  for (let index = 0; index < 5; index++) keepDraft(large, `d${index}`, work("x".repeat(1_500_000)), index);
  pruneDrafts(large, "d4");
  expect(readDrafts(large).map(({ id }) => id)).toEqual(["d4", "d3"]);
});

test("a reload carries on with the tab's own draft; a new tab copies the newest work", () => {
  const shelf = storage();
  const tab = storage();
  expect(beginTab(shelf, tab)).toMatchObject({ draft: null, copiedFrom: null });
  keepDraft(shelf, "mine", work("mine"), 1);
  keepDraft(shelf, "theirs", work("theirs"), 2);
  keepDraft(shelf, "example", EXAMPLE, 3);
  ownDraft(tab, "mine");
  expect(beginTab(shelf, tab)).toMatchObject({ id: "mine", draft: work("mine"), copiedFrom: null });
  const begun = beginTab(shelf, storage());
  expect(begun).toMatchObject({ draft: work("theirs"), copiedFrom: "theirs" });
  expect(["mine", "theirs", "example"]).not.toContain(begun.id);
});

test("a copy of a share lies beside the draft that the tab had", () => {
  const shelf = storage();
  const tab = storage();
  keepDraft(shelf, "mine", work("mine"), 1);
  ownDraft(tab, "mine");
  expect(beginWith(shelf, tab, work("shared"), 2)).toBe(true);
  const { id, draft, copiedFrom } = beginTab(shelf, tab);
  expect({ draft, copiedFrom }).toMatchObject({ draft: work("shared"), copiedFrom: null });
  expect(recentDrafts(shelf, id, "shared").map(({ text }) => text)).toEqual(["mine"]);
});

test("what is replaced is set aside once, and an untouched example never", () => {
  const shelf = storage();
  setAside(shelf, "own", EXAMPLE, 1);
  setAside(shelf, "own", work("a"), 2);
  setAside(shelf, "own", work("a"), 3);
  expect(readDrafts(shelf).map(({ text }) => text)).toEqual(["a"]);
  expect(recentDrafts(shelf, "own", "a")).toEqual([]);
  expect(recentDrafts(shelf, "own", "b")).toHaveLength(1);
});

test("a dropped draft is gone", () => {
  const shelf = storage();
  keepDraft(shelf, "a", work("a"), 1);
  dropDraft(shelf, "a");
  expect(readDrafts(shelf)).toEqual([]);
});

test.each([
  ["kind: Cluster\nmetadata:\n  name: shop-1\nspec: {}\n", "shop-1"],
  ["metadata:\n  labels:\n    a: b\n  name: 'quoted'\n", "quoted"],
  ["spec: {}\n", "Unnamed cluster"],
  ["metadata:\nspec:\n  name: other\n", "Unnamed cluster"],
])("%j is listed as %s", (text, title) => {
  expect(draftTitle({ text })).toBe(title);
});
