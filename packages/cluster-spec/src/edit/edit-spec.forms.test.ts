import { describe, expect, test } from "vitest";
import { checkEdits, insert, remove, set } from "../testing/edit-rows.js";
import { editSpec } from "./edit-spec.js";
import type { SpecEdit } from "./spec-edit.js";

describe("flow collections stay flow", () => {
  checkEdits([
    ["add", "a: {b: 1} # c\n", [set(["a", "d"], [1, { e: 2 }])], "a: {b: 1, d: [1, {e: 2}]} # c\n"],
    ["add with inner space", "a: { b: 1 }\n", [set(["a", "d"], 2)], "a: { b: 1, d: 2 }\n"],
    ["quote what ends plain text", "a: [x]\n", [insert(["a", 1], "y, z")], "a: [x, 'y, z']\n"],
    ["insert", "a: [x, y]\n", [insert(["a", 1], "z")], "a: [x, z, y]\n"],
    ["remove the first", "a: [x, y]\n", [remove("a", 0)], "a: [y]\n"],
    ["remove the last", "a: {b: 1, c: 2}\n", [remove("a", "c")], "a: {b: 1}\n"],
    ["remove all", "a: {b: 1}\n", [remove("a", "b")], "a: {}\n"],
    [
      "over several lines",
      "a: {\n  b: 1, # c\n  d: 2 # e\n}\n",
      [set(["a", "f"], 3)],
      "a: {\n  b: 1, # c\n  d: 2, # e\n  f: 3\n}\n",
    ],
    [
      "remove over several lines",
      "a: [\n  x, # c\n  # d\n  y # e\n]\n",
      [remove("a", 1)],
      "a: [\n  x # c\n  # d\n   # e\n]\n",
    ],
    ["a trailing comma", "a: [x, y,]\n", [insert(["a", 2], "z")], "a: [x, y, z,]\n"],
    ["an empty one inside", "a: [{}]\n", [set(["a", 0, "b"], 1)], "a: [{b: 1}]\n"],
  ]);
});

describe("unusual places", () => {
  checkEdits([
    ["a key without a colon in a flow map", "a: {b, c: 1}\n", [set(["a", "b"], [2])], "a: {b: [2], c: 1}\n"],
    [
      "an explicit key without a value",
      "? a # c\n? b\n: 1\n",
      [set(["a"], { x: 2 })],
      "? a # c\n:\n  x: 2\n? b\n: 1\n",
    ],
    ["an explicit key with one", "? a\n: b # c\n", [set(["a"], 2)], "? a\n: 2 # c\n"],
    ["a pair in a flow list, which has no braces", "[a: 1, b]\n", [set([0, "c"], 2)], "[{a: 1, c: 2}, b]\n"],
    ["an alias as a key", "a: &x k\n*x : 1\n", [set(["k"], 2)], "a: &x k\n*x : 2\n"],
    ["a value on the next line", "a:\n  'b' # c\nd: 1\n", [set(["a"], "x")], "a: 'x'\nd: 1\n"],
    ["a value over several lines", "a: b\n  c\nd: 1\n", [set(["a"], "x")], "a: x\nd: 1\n"],
    ["an anchor and a tag", "a: &x !!str 1 # c\n", [set(["a"], 2)], "a: 2 # c\n"],
    ["a tag of another kind", "a: !!map\n  b: 1\n", [set(["a"], "x")], "a: x\n"],
    ["tabs as white space", "a:\t1\t# c\n", [set(["a"], 2)], "a:\t2\t# c\n"],
    [
      "white space at the end of a line",
      "a: 1  \nb:  \n",
      [set(["a"], 2), set(["b"], 3)],
      "a: 2  \nb: 3  \n",
    ],
    [
      "a map for an item wide of its dash",
      "-   x\n-   z: 1\n",
      [set([0], { a: 1, b: 2 })],
      "-   a: 1\n    b: 2\n-   z: 1\n",
    ],
    ["flow on the document's marker", "--- {a: 1}\n", [set(["b"], "z")], "--- {a: 1, b: z}\n"],
    ["a map for text on the document's marker", "--- a\n", [set([], { b: 1 })], "---\nb: 1\n"],
    [
      "before the end of a document",
      "%YAML 1.2\n---\na: 1\n...\n",
      [set(["b"], 2)],
      "%YAML 1.2\n---\na: 1\nb: 2\n...\n",
    ],
  ]);
});

describe("JSON stays JSON", () => {
  const json = '{\n\t"a": {"b": 1},\n\t"c": [\n\t\t1\n\t]\n}\n';
  checkEdits([
    ["text", json, [set(["a", "b"], "yes")], json.replace("1}", '"yes"}')],
    ["add on one line", json, [set(["a", "d"], { e: [1] })], json.replace("1}", '1, "d": {"e": [1]}}')],
    [
      "add over lines",
      json,
      [set(["c", 1], { e: [1] })],
      '{\n\t"a": {"b": 1},\n\t"c": [\n\t\t1,\n\t\t{\n\t\t\t"e": [\n\t\t\t\t1\n\t\t\t]\n\t\t}\n\t]\n}\n',
    ],
    ["remove", json, [remove("a")], '{\n\t"c": [\n\t\t1\n\t]\n}\n'],
    ["remove the last", json, [remove("c")], '{\n\t"a": {"b": 1}\n}\n'],
    ["compact", '{"a":1}', [set(["b", "c"], "x\ny")], '{"a":1,"b":{"c":"x\\ny"}}'],
    ["empty", "{}", [set(["a"], 1)], '{"a": 1}'],
    ["rename", '{"a": 1}', [{ path: ["a"], rename: "b" }], '{"b": 1}'],
  ]);
});

describe("renaming and moving", () => {
  checkEdits([
    [
      "a key",
      "a: # c\n  helmValues: {b: 1}\n",
      [{ path: ["a", "helmValues"], rename: "helm_values" }],
      "a: # c\n  helm_values: {b: 1}\n",
    ],
    ["a quoted key", "'a b': 1\n", [{ path: ["a b"], rename: "c d" }], "'c d': 1\n"],
    ["a key that needs quotes", "a: 1\n", [{ path: ["a"], rename: "no" }], "'no': 1\n"],
    [
      "a value with its comments, into a new map",
      "h:\n  filters: # c\n    - '.*' # d\n    # e\n  other: 1\n",
      [{ path: ["h", "filters"], move: ["h", "spegel", "filters"] }],
      "h:\n  other: 1\n  spegel:\n    filters: # c\n      - '.*' # d\n      # e\n",
    ],
    [
      "the only value of its map",
      "h:\n  filters:\n    - '.*'\n",
      [{ path: ["h", "filters"], move: ["h", "spegel", "filters"] }],
      "h:\n  spegel:\n    filters:\n      - '.*'\n",
    ],
    [
      "a literal, to the left",
      "a:\n    b:\n        t: |\n            x\n              y\n    c: 1\n",
      [{ path: ["a", "b", "t"], move: ["t"] }],
      "a:\n    b: {}\n    c: 1\nt: |\n    x\n      y\n",
    ],
    ["a list item", "- a\n- b\n- c\n", [{ path: [0], move: [2] }], "- b\n- c\n- a\n"],
    [
      "a value with the comment above it",
      "h:\n  a: 1\n  # about b\n  # and more\n  b: 2 # two\n  # about c\n  c: 3\n",
      [{ path: ["h", "b"], move: ["i", "b"] }],
      "h:\n  a: 1\n  # about c\n  c: 3\ni:\n  # about b\n  # and more\n  b: 2 # two\n",
    ],
    [
      "a value into a map that is there",
      "h:\n  a: 1\n  # about b\n  b: 2\ni:\n    c: 3\n",
      [{ path: ["h", "b"], move: ["i", "b"] }],
      "h:\n  a: 1\ni:\n    c: 3\n    # about b\n    b: 2\n",
    ],
    [
      "the first value, under a comment that may be the map's",
      "h:\n  # about h\n  a: 1\n  b: 2\n",
      [{ path: ["h", "a"], move: ["c"] }],
      "h:\n  # about h\n  b: 2\nc: 1\n",
    ],
    [
      "a comment that a blank line parts",
      "h:\n  a: 1\n  # a heading\n\n  b: 2\n",
      [{ path: ["h", "b"], move: ["c"] }],
      "h:\n  a: 1\n  # a heading\nc: 2\n\n",
    ],
    [
      "a list item with its comments",
      "- a # one\n# about b\n- b: 1 # two\n  # in b\n  c: 'x'\n- d\n",
      [{ path: [1], move: [2] }],
      "- a # one\n- d\n# about b\n- b: 1 # two\n  # in b\n  c: 'x'\n",
    ],
    [
      "the first of items that each have a comment",
      "l:\r\n  # about a\r\n  - a\r\n  # about b\r\n  - b\r\n",
      [{ path: ["l", 0], move: ["l", 1] }],
      "l:\r\n  # about b\r\n  - b\r\n  # about a\r\n  - a\r\n",
    ],
    [
      "an item into a list of another depth",
      "l:\n  - t: |\n      x\n        y\n  - a\nm:\n- b\n",
      [{ path: ["l", 0], move: ["m", 1] }],
      "l:\n  - a\nm:\n- b\n- t: |\n    x\n      y\n",
    ],
  ]);
});

describe("documents", () => {
  const three = "kind: Secret\n---\n# cluster\nkind: Cluster\n--- # last\nkind: Secret\n";
  checkEdits([
    [
      "the first",
      three,
      [{ path: [], remove: true, document: 0 }],
      "# cluster\nkind: Cluster\n--- # last\nkind: Secret\n",
    ],
    [
      "the last",
      three,
      [{ path: [], remove: true, document: 2 }],
      "kind: Secret\n---\n# cluster\nkind: Cluster\n",
    ],
    [
      "several, by their numbers in the text that was given",
      three,
      [{ path: [], remove: true, document: 0 }, { path: [], remove: true, document: 2 }, set(["spec"], 1)],
      "# cluster\nkind: Cluster\nspec: 1\n",
    ],
    [
      "the first with a marker of its own",
      "---\na: 1\n---\nb: 2\n",
      [{ path: [], remove: true, document: 0 }],
      "---\nb: 2\n",
    ],
    ["the only one", "a: 1\n", [remove()], ""],
  ]);
});

describe("refusals change nothing and say why", () => {
  const shared = "a: &x\n  k: 1\nb: *x\n";

  test.each<[string, string, SpecEdit[], RegExp]>([
    ["a text that does not parse", "a: [1\nb: 2\n", [set(["b"], 3)], /does not parse/],
    ["a path through text", "a: x\n", [set(["a", "b"], 3)], /plain value/],
    ["an index far beyond a list", "a: [x]\n", [set(["a", 5], 3)], /no such index/],
    ["a name that is taken", "a: 1\nb: 2\n", [{ path: ["a"], rename: "b" }], /already there/],
    ["a key that is not there", "a: 1\n", [{ path: ["x"], rename: "b" }], /no such key/],
    ["a document's name", "a: 1\n", [{ path: [], rename: "b" }], /no key/],
    ["a document's index", "a: 1\n", [insert([], 2)], /no list item/],
    ["a place that is taken", "a: 1\nb: 2\n", [{ path: ["a"], move: ["b"] }], /already there/],
    ["a key that a merge key brings", "a: &x {k: 1}\nb:\n  <<: *x\n", [remove("b", "k")], /merge key/],
    [
      "a value that a merge key repeats",
      "a: &x {k: 1}\nb:\n  <<: *x\n",
      [set(["a", "k"], 2)],
      /repeated elsewhere/,
    ],
    ["a function", "a: 1\n", [set(["a"], () => 1)], /not JSON-like/],
    ["NaN in JSON", '{"a": 1}', [set(["a"], Number.NaN)], /JSON has no such number/],
    ["a document that is not there", "a: 1\n", [{ path: ["a"], value: 2, document: 3 }], /no document 3/],
    ["one of several edits", "a: 1\n", [set(["a"], 2), set(["a", "b"], 3)], /plain value/],
  ])("%s", (_, text, edits, reason) => {
    const result = editSpec(text, edits);
    expect(result).toMatchObject({ text, textEdits: [], refused: [{ edit: edits.length - 1 }] });
    expect(result.refused?.[0]?.reason).toMatch(reason);
  });

  test.each<[string, SpecEdit, string]>([
    ["behind an alias: a copy in its place", set(["b", "k"], 2), "a: &x\n  k: 1\nb:\n  k: 2\n"],
    ["behind an anchor: copies for its aliases first", set(["a", "k"], 2), "a: &x\n  k: 2\nb:\n  k: 1\n"],
    ["removing an anchored value", remove("a"), "b:\n  k: 1\n"],
  ])("with a suggestion that works: %s", (_, edit, after) => {
    const [refusal] = editSpec(shared, [edit]).refused ?? [];
    expect(editSpec(shared, refusal?.suggestion ?? []).text).toBe(after);
  });
});

test("text edits count in the original text, in order, whatever the order of the edits", () => {
  const text = "a: 1\nb: 2\nc: 3\n";
  expect(editSpec(text, [set(["c"], 4), set(["a"], 5), remove("b"), set(["a"], 6)])).toEqual({
    text: "a: 6\nc: 4\n",
    textEdits: [
      { start: 3, end: 4, newText: "6" },
      { start: 5, end: 10, newText: "" },
      { start: 13, end: 14, newText: "4" },
    ],
  });
});
