import { expect, test } from "vitest";
import { itemScore, matchScore } from "./match.js";

test.each([
  ["the start of the title", "Download YAML", "", "down", 1],
  ["the start of a word", "Download YAML", "", "yaml", 0.8],
  ["the start of a path's part", "_default/hosts.toml", "", "hosts", 0.8],
  ["inside a word", "Bootstrap", "", "strap", 0.6],
  ["words in any order", "Download YAML", "", "yaml down", 0.4],
  ["words of title and detail", "Spegel moves the file", "line 12 · spegel/x", "12 moves", 0.4],
  ["nothing typed", "Undo", "", "", 1],
  ["not scattered letters", "Download YAML", "", "dml", 0],
  ["not with one word missing", "Download YAML", "", "download json", 0],
] as const)("%s", (_name, title, detail, typed, score) => {
  expect(matchScore(title, detail, typed)).toBe(score);
});

const item = { title: "", detail: "", keywords: "", replaces: false };
const example = { ...item, title: "Open example: Registry filters", replaces: true };

test.each([
  ["what shows the word", { ...item, detail: "a filter of line 3" }],
  ["what has it among its keywords", { ...item, keywords: "Registry filters" }],
])("Enter takes %s, not an example that is called so", (_name, other) => {
  for (const typed of ["filter", "filters", "registry"]) {
    if (itemScore(other, typed) === 0) continue;
    expect(itemScore(other, typed)).toBeGreaterThan(itemScore(example, typed));
  }
  expect(itemScore(other, "filter")).toBeGreaterThan(0);
  expect(itemScore(example, "filter")).toBeGreaterThan(0);
});

test("what shows the words comes before what has them among its keywords", () => {
  const shown = { ...item, title: "Something else", detail: "a filter" };
  expect(itemScore(shown, "filter")).toBeGreaterThan(itemScore({ ...item, keywords: "filter" }, "filter"));
});
