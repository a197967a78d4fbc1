import { expect, test } from "vitest";
import { nearestStop, nextStop } from "./grid-keys.js";

const SHAPE = [
  [1, 1, 3],
  [1, 2, 1],
  [1, 1, 1],
];
const stop = (text: string) => {
  const [row = 0, column = 0, item = 0] = text.split(" ").map(Number);
  return { row, column, item };
};

test.each([
  ["0 0 0", "ArrowRight", "0 1 0"],
  ["0 2 2", "ArrowRight", "0 2 2"],
  ["0 2 2", "ArrowLeft", "0 1 0"],
  ["0 0 0", "ArrowLeft", "0 0 0"],
  ["0 2 0", "ArrowDown", "0 2 1"],
  ["0 2 2", "ArrowDown", "1 2 0"],
  ["2 2 0", "ArrowDown", "2 2 0"],
  ["1 2 0", "ArrowUp", "0 2 2"],
  ["0 0 0", "ArrowUp", "0 0 0"],
  ["1 2 0", "Home", "1 0 0"],
  ["0 0 0", "End", "0 2 0"],
  ["1 1 1", "Control+Home", "0 0 0"],
  ["0 0 0", "Control+End", "2 2 0"],
  ["0 1 0", "PageDown", "2 1 0"],
  ["2 2 0", "PageUp", "0 2 0"],
])("from %s %s leads to %s", (from, keys, to) => {
  const key = keys.replace("Control+", "");
  expect(nextStop(SHAPE, stop(from), key, key !== keys)).toEqual(stop(to));
});

test("other keys lead nowhere", () => {
  expect(nextStop(SHAPE, stop("0 0 0"), "Enter", false)).toBeNull();
});

test("in a smaller grid the nearest stop counts", () => {
  expect(nearestStop([[1, 1]], stop("4 2 2"))).toEqual(stop("0 1 0"));
});
