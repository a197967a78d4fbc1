import type { Diagnostic, SpecPath } from "@lookinglass/designer";
import { expect, test } from "vitest";
import { problemsAt } from "./field-problems.js";

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
