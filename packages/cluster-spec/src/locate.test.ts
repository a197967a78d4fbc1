import { describe, expect, test } from "vitest";
import { locate, locateNearest } from "./locate.js";
import { parseSpec } from "./parse/parse-spec.js";
import type { SpecPath } from "./path.js";
import { toPosition } from "./positions.js";

const documentOf = (text: string) => {
  const document = parseSpec(text).documents[0];
  if (!document) throw new Error("the text has no document");
  return document;
};

/** The text of the key and of the value at a path. */
function located(text: string, path: SpecPath): [string | null, string] | null {
  const found = locate(documentOf(text), path);
  const cut = (range: { start: number; end: number }) => text.slice(range.start, range.end);
  return found && [found.key && cut(found.key), cut(found.value)];
}

describe("locate", () => {
  test.each<[string, string, SpecPath, [string | null, string] | null]>([
    ["a plain value, without its comment", "a: one two  # c\n", ["a"], ["a", "one two"]],
    ["quoted keys and values", `"a b": 'c'\n`, ["a b"], ['"a b"', "'c'"]],
    [
      "a block map, without what follows",
      "a:\n  b: 1\n  c: 2 # x\n\n# y\nd: 3\n",
      ["a"],
      ["a", "b: 1\n  c: 2"],
    ],
    ["a block scalar, without its last line break", "a: |\n  x\n  y\n\nb: 1\n", ["a"], ["a", "|\n  x\n  y"]],
    ["a list item", "a:\n- x\n- y: 1\n  z: 2\n", ["a", 1], [null, "y: 1\n  z: 2"]],
    ["in a flow collection", "a: {b: [1, {c: d}]}\n", ["a", "b", 1, "c"], ["c", "d"]],
    ["nothing after a key", "a:   # c\nb: 1\n", ["a"], ["a", ""]],
    ["an anchored value", "a: &x !!str v\n", ["a"], ["a", "v"]],
    ["through an alias", "a: &x {b: 1}\nc: *x\n", ["c", "b"], ["b", "1"]],
    ["an alias itself", "a: &x {b: 1}\nc: *x\n", ["c"], ["c", "*x"]],
    ["through a merge key", "a: &x {b: 1}\nc:\n  <<: *x\n", ["c", "b"], ["b", "1"]],
    ["a pair in a flow list", "[a: 1, b]\n", [0, "a"], ["a", "1"]],
    ["the last of repeated keys", "a: 1\na: 2\n", ["a"], ["a", "2"]],
    ["the root", "a: 1 # c\n", [], [null, "a: 1"]],
    ["an absent key", "a: 1\n", ["b"], null],
    ["a key of a prototype", "a: {}\n", ["a", "constructor"], null],
    ["a step into text", "a: b\n", ["a", "length"], null],
    ["text as an index", "- a\n", ["0"], null],
  ])("%s", (_, text, path, expected) => {
    expect(located(text, path)).toEqual(expected);
  });

  test("locateNearest gives the deepest ancestor that exists", () => {
    const text = "spec:\n  a: {b: 1}\n";
    expect(locateNearest(documentOf(text), ["spec", "a", "x", "y"])).toEqual({
      path: ["spec", "a"],
      key: { start: 8, end: 9 },
      value: { start: 11, end: 17 },
    });
    expect(locateNearest(documentOf(text), ["x"]).path).toEqual([]);
  });
});

test("toPosition counts lines and columns from 1, in UTF-16 units", () => {
  const spec = parseSpec("a: '😀' # x\r\nb: 2");
  expect(toPosition(spec, 0)).toEqual({ line: 1, column: 1 });
  expect(toPosition(spec, 6)).toEqual({ line: 1, column: 7 });
  expect(toPosition(spec, spec.text.indexOf("b"))).toEqual({ line: 2, column: 1 });
  expect(toPosition(spec, 10_000)).toEqual({ line: 2, column: 5 });
  expect(toPosition(spec, -1)).toEqual({ line: 1, column: 1 });
});
