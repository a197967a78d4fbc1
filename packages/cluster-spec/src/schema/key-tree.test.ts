import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { SpecPath } from "../path.js";
import type { ValueKind } from "./key-row.js";
import { PUBLIC_SPECS } from "./key-sources.js";
import { documentRows, knownAt, sectionRows } from "./key-tree.js";

/** Every key path of the public specs: path, types seen, in how many of them. */
const seen = readFileSync(new URL("../../conformance/kublr-spec-keys.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t"))
  .filter(([path = ""]) => path.startsWith("spec") || path.startsWith("metadata") || path === "kind")
  .map(([path = "", types = "", specs = ""]) => ({ path, types: types.split("|"), specs: Number(specs) }));

/** `spec.nodes[].labels.<label>` as a path of data. */
function dataPath(path: string): SpecPath {
  return path
    .split(".")
    .flatMap((part) =>
      part.endsWith("[]") ? [part.slice(0, -2), 0] : [part.startsWith("<") ? "any" : part],
    );
}

const KINDS: Readonly<Record<string, ValueKind>> = {
  text: "text",
  bool: "flag",
  int: "count",
  map: "map",
  list: "list",
};

describe("every key of the public specs", () => {
  test("there are some", () => {
    expect(seen.length).toBeGreaterThan(270);
  });

  test.each(seen)("$path is known, with the types that were seen", ({ path, types }) => {
    const row = knownAt(dataPath(path))?.row;
    expect(row?.about).toBeTruthy();
    const kinds = types.filter((type) => type !== "null").map((type) => KINDS[type]);
    expect(row?.kinds).toEqual(expect.arrayContaining(kinds));
  });

  test("no row counts more specs than have the key anywhere, nor more than there are", () => {
    const counted = [...new Set(seen.map(({ path }) => knownAt(dataPath(path))?.row))].flatMap((row) =>
      row && typeof row.source === "object" ? [{ row, specs: row.source.specs }] : [],
    );
    expect(counted.length).toBeGreaterThan(200);
    for (const { row, specs } of counted) {
      const most = seen.filter(({ path }) => knownAt(dataPath(path))?.row === row).map((key) => key.specs);
      expect([row.about, specs]).toEqual([row.about, Math.max(...most)]);
      expect(specs).toBeLessThanOrEqual(PUBLIC_SPECS);
    }
  });
});

describe("the table", () => {
  const rows = [documentRows, ...Object.values(sectionRows)].flatMap((each) => Object.entries(each));

  test.each(rows)("%s is described in a sentence", (_, { about }) => {
    expect(about).toMatch(/^[A-Z`].*\.$/s);
  });

  test("a group's keys are known in the master and in every group", () => {
    const below = ["locations", 1, "aws", "instanceType"];
    expect(knownAt(["spec", "master", ...below])).toBe(knownAt(["spec", "nodes", 5, ...below]));
  });

  test("an agent config's keys are known in all three places", () => {
    const below = ["kublrAgentConfig", "cluster", "addon", "spegel", "enabled"];
    const rowAt = (path: SpecPath) => knownAt([...path, ...below])?.row;
    expect(rowAt(["spec"])).toBeDefined();
    expect(rowAt(["spec", "master"])).toBe(rowAt(["spec"]));
    expect(rowAt(["spec", "nodes", 0])).toBe(rowAt(["spec"]));
  });

  test.each([
    ["keys of prototypes", ["spec", "constructor"]],
    ["an item of a map", ["spec", 0]],
    ["what nothing proves", ["spec", "nodes", 0, "taints"]],
    ["a chart value", ["spec", "packages", "p", "values", "image"]],
  ] as const)("%s is not known", (_, path) => {
    expect(knownAt(path)).toBeNull();
  });
});
