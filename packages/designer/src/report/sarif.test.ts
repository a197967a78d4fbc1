import { expect, test } from "vitest";
import { toSarif } from "./sarif.js";

const diagnostic = (code: string, severity: "error" | "warning" | "info", line: number) => ({
  code,
  severity,
  message: "What happens.",
  explanation: "Why.",
  range: { start: { line, column: 3 }, end: { line, column: 9 } },
  path: ["spec"],
  fixes: [],
});

test("one rule for each code, one result for each diagnostic, at its place", () => {
  const log = toSarif([
    { file: "staging.yaml", diagnostics: [diagnostic("a/x", "error", 1), diagnostic("b/y", "info", 2)] },
    { file: "my cluster.yaml", diagnostics: [diagnostic("a/x", "warning", 3)] },
  ]);
  expect(log.version).toBe("2.1.0");
  expect(log.runs).toMatchObject([
    {
      tool: { driver: { name: "Lookinglass", rules: [{ id: "a/x" }, { id: "b/y" }] } },
      results: [
        { ruleId: "a/x", ruleIndex: 0, level: "error", message: { text: "What happens. Why." } },
        { ruleId: "b/y", ruleIndex: 1, level: "note" },
        {
          ruleId: "a/x",
          ruleIndex: 0,
          level: "warning",
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: "my%20cluster.yaml" },
                region: { startLine: 3, startColumn: 3, endLine: 3, endColumn: 9 },
              },
            },
          ],
        },
      ],
    },
  ]);
});

test("no diagnostics make a log with one empty run", () => {
  expect(toSarif([]).runs).toMatchObject([{ results: [] }]);
});

test("a diagnostic with several places is one result with related locations, and what it counts", () => {
  const found = {
    ...diagnostic("a/x", "warning", 3),
    items: ["docker.io/hosts.toml", "quay.io/hosts.toml"],
    places: [
      { range: diagnostic("a/x", "warning", 3).range, path: ["a"] },
      { range: diagnostic("a/x", "warning", 7).range, path: ["b"], message: "What happens there." },
    ],
    morePlaces: 40,
  };
  const { runs } = toSarif([{ file: "a.yaml", diagnostics: [found] }]);
  expect(runs[0]?.results).toMatchObject([
    {
      locations: [{ physicalLocation: { region: { startLine: 3 } } }],
      relatedLocations: [
        { id: 1, physicalLocation: { region: { startLine: 7 } }, message: { text: "What happens there." } },
      ],
      properties: { items: ["docker.io/hosts.toml", "quay.io/hosts.toml"], morePlaces: 40 },
    },
  ]);
  expect(runs[0]?.results[0]?.relatedLocations).toHaveLength(1);
});
