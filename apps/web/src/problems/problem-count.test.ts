import type { Diagnostic, Severity } from "@lookinglass/designer";
import { expect, test } from "vitest";
import { countText } from "./problem-count.js";

const position = { line: 1, column: 1 };
const diagnostic = (severity: Severity): Diagnostic => ({
  code: "x/y",
  severity,
  message: "",
  explanation: "",
  range: { start: position, end: position },
  path: [],
  fixes: [],
});

test.each([
  [[], "no problems"],
  [["error"], "1 error"],
  [["warning", "error", "warning"], "1 error, 2 warnings"],
  [["info"], "1 note"],
  [["info", "info", "error"], "1 error, 2 notes"],
] as [Severity[], string][])("%j: %s", (severities, text) => {
  expect(countText(severities.map(diagnostic))).toBe(text);
});

test("nobody says that there are none before somebody has looked", () => {
  expect(countText(null)).toBe("being looked for");
});
