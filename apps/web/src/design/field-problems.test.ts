import type { Diagnostic, SpecPath } from "@lookinglass/designer";
import { expect, test } from "vitest";
import { placedProblems } from "../engine/placed-problems.js";
import { itemPlace, problemsAt, problemsExactlyAt, problemsOf, valueProblems } from "./field-problems.js";

const at = (...path: (string | number)[]): Diagnostic => ({
  code: "x/y",
  severity: "error",
  message: "",
  explanation: "",
  range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
  path,
  fixes: [],
});

test.each([
  ["the place itself", ["a", 0], true],
  ["something within it", ["a", 0, "b"], true],
  ["what holds it", ["a"], false],
  ["its neighbour", ["a", 1], false],
] as [string, SpecPath, boolean][])("%s", (_name, path, found) => {
  expect(problemsAt([at(...path)], ["a", 0])).toHaveLength(found ? 1 : 0);
});

test.each([
  ["in its range", 3, 3, true],
  ["before it", 1, 2, false],
  ["the whole string", 1, 9, false],
])("inside a string of YAML: %s", (_name, from, to, found) => {
  const problem = {
    ...at("a"),
    range: { start: { line: from, column: 1 }, end: { line: to, column: 5 } },
  };
  const range = { start: { line: 3, column: 1 }, end: { line: 3, column: 9 } };
  expect(problemsOf([problem], { path: ["a"], range })).toHaveLength(found ? 1 : 0);
});

test("an item of a list has a path, or a range inside a string", () => {
  const range = { start: { line: 3, column: 1 }, end: { line: 5, column: 9 } };
  const second = { start: { line: 5, column: 3 }, end: { line: 5, column: 9 } };
  expect(itemPlace({ path: ["a"], writtenPath: null, range: null, itemRanges: [] }, 1)).toEqual({
    path: ["a", 1],
    range: null,
  });
  expect(itemPlace({ path: ["a"], writtenPath: ["a"], range, itemRanges: [null, second] }, 1)).toEqual({
    path: ["a"],
    range: second,
  });
});

test("a diagnostic of several places is told at each of them, as the place says it", () => {
  const { range } = at();
  const several = {
    ...at("a", 0),
    places: [
      { path: ["a", 0], range },
      { path: ["b", 0], range, message: "there" },
    ],
  };
  const diagnostics = [several];
  const all = placedProblems(diagnostics);
  expect(placedProblems(diagnostics)).toBe(all);
  expect(problemsAt(all, ["b"])).toMatchObject([{ code: "x/y", message: "there", path: ["b", 0] }]);
  expect(problemsAt(all, ["a"])).toMatchObject([{ message: "", path: ["a", 0] }]);
  expect(problemsAt(all, ["c"])).toEqual([]);
});

test("a field tells what is wrong where its value is written", () => {
  const all = [at("here"), at("cluster", "x"), at("cluster")];
  expect(valueProblems(all, { writtenPath: ["cluster"], range: null })).toHaveLength(2);
  expect(valueProblems(all, { writtenPath: null, range: null })).toEqual([]);
  expect(problemsExactlyAt(all, ["cluster"])).toHaveLength(1);
});
