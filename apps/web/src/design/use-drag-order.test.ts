import { describe, expect, test } from "vitest";
import { moved } from "./entry-rows.js";
import { dropPlace, yieldBy } from "./use-drag-order.js";

/** Rows of 30 px with 6 px between; the second is open. */
const BOXES = [
  { top: 0, height: 30 },
  { top: 36, height: 200 },
  { top: 242, height: 30 },
];

describe("where a dragged row lands", () => {
  test.each([
    [0, 0, 0],
    [0, 110, 0],
    [0, 130, 1],
    [0, 400, 2],
    [2, -400, 0],
    [2, -130, 1],
    [1, 150, 2],
  ])("row %i, dragged by %i px: place %i", (from, shift, place) => {
    expect(dropPlace(BOXES, from, shift)).toBe(place);
  });
});

test("the rows between give way by the height of the dragged one", () => {
  const way = (from: number, to: number) => BOXES.map((_, row) => yieldBy({ boxes: BOXES, from, to }, row));
  expect(way(0, 2)).toEqual([0, -36, -36]);
  expect(way(1, 0)).toEqual([206, 0, 0]);
  expect(way(2, 1)).toEqual([0, 36, 0]);
});

test("an item moves to its new place", () => {
  expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
});
