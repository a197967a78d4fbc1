import { expect, test } from "vitest";
import { lineRange } from "./line-range.js";

test.each([
  ["in a line", { line: 2, column: 3 }, "cd"],
  ["at the end of a line", { line: 2, column: 5 }, "abcd"],
  ["in the last line", { line: 3, column: 1 }, "xyz"],
  ["behind the text", { line: 9, column: 1 }, ""],
])("%s", (_name, place, selected) => {
  const text = "first\nabcd\nxyz";
  const { start, end } = lineRange(text, place);
  expect(text.slice(start, end)).toBe(selected);
});
