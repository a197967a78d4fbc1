import { expect, test } from "vitest";
import { matchScore } from "./match.js";

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
