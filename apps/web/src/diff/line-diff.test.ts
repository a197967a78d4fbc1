import { describe, expect, test } from "vitest";
import { changedPart } from "./changed-part.js";
import { diffTexts, foldRows, unifiedLines } from "./line-diff.js";

/** Rows as "before|after", with a dot between numbers and text left out where a side is missing. */
const shown = (before: string, after: string) =>
  diffTexts(before, after).rows.map((row) =>
    [row.before, row.after].map((line) => (line ? `${line.number} ${line.text}` : "")).join(" | "),
  );

describe("two texts side by side", () => {
  test.each([
    ["the same", "a\nb\n", "a\nb\n", ["1 a | 1 a", "2 b | 2 b"]],
    ["a line changed", "a\nb\nc", "a\nB\nc", ["1 a | 1 a", "2 b | 2 B", "3 c | 3 c"]],
    ["a line added", "a\nc", "a\nb\nc", ["1 a | 1 a", " | 2 b", "2 c | 3 c"]],
    ["a line removed", "a\nb\nc", "a\nc", ["1 a | 1 a", "2 b | ", "3 c | 2 c"]],
    ["removed at the end", "a\nb", "a", ["1 a | 1 a", "2 b | "]],
    ["more than before", "a\nb", "x\ny\nb", ["1 a | 1 x", " | 2 y", "2 b | 3 b"]],
    ["from nothing", "", "a", [" | 1 a"]],
    ["to nothing", "a", "", ["1 a | "]],
    ["an empty line is a line", "\n", "", ["1  | "]],
  ])("%s", (_, before, after, rows) => {
    expect(shown(before, after)).toEqual(rows);
  });

  test("lines are counted", () => {
    expect(diffTexts("a\nb\nc", "a\nx\ny\nc")).toMatchObject({ removed: 1, added: 2 });
  });

  test("a newline at the end is no line, and is told", () => {
    expect(diffTexts("a\n", "a")).toMatchObject({ removed: 0, added: 0, onlyFinalNewline: true });
    expect(diffTexts("a\n", "b")).toMatchObject({ onlyFinalNewline: false });
  });

  test("texts with nothing in common are two texts, whatever their length", () => {
    const lines = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join("\n");
    expect(diffTexts(lines("a"), lines("b"))).toMatchObject({ removed: 5000, added: 5000 });
  });
});

describe("what is far from a change is folded", () => {
  const text = (changed: string) =>
    [..."abcdefghijkl"].map((line) => (line === "f" ? changed : line)).join("\n");

  test("rows near it stay, as do few rows", () => {
    const folded = foldRows(diffTexts(text("f"), text("F")).rows, 1);
    expect(folded.map((row) => (row.kind === "fold" ? row.rows.length : row.after?.text))).toEqual([
      4,
      "e",
      "F",
      "g",
      5,
    ]);
    expect(foldRows(diffTexts(text("f"), text("F")).rows, 3)[0]).toMatchObject({ after: { text: "a" } });
  });

  test("nothing changed: a short text is shown, a long one is one fold", () => {
    expect(foldRows(diffTexts(text("f"), text("f")).rows)).toHaveLength(12);
    const long = "a\n".repeat(41);
    expect(foldRows(diffTexts(long, long).rows)).toMatchObject([{ kind: "fold" }]);
  });
});

test("one below the other: of a run of changes what was comes first", () => {
  const lines = unifiedLines(diffTexts("a\nb\nc\nd", "a\nB\nC\nd\ne").rows);
  expect(lines.map(({ sign, text }) => `${sign}${text}`)).toEqual([" a", "-b", "-c", "+B", "+C", " d", "+e"]);
  expect(lines[1]).toMatchObject({ before: 2, after: null, counterpart: "B" });
});

test.each([
  ["port: 30020", "port: 30021", { start: "port: ", changed: "30020", end: "" }],
  ["on: false # why", "on: true # why", { start: "on: ", changed: "false", end: " # why" }],
  ["a1", "ab1", { start: "", changed: "a1", end: "" }],
  ["a: 1", "a: 1 # one", { start: "a: 1", changed: "", end: "" }],
  ["capabilities = []", "server = 'x'", null],
])("what differs in %j from %j", (line, counterpart, parts) => {
  expect(changedPart(line, counterpart)).toEqual(parts);
});
