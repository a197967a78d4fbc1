import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkEdits, insert, remove, set } from "../testing/edit-rows.js";
import { editSpec } from "./edit-spec.js";

describe("the containerdMirrorAdd line of example 08", () => {
  const example = readFileSync(
    new URL("../../../../examples/08-mirror-add-off-with-overrides.yaml", import.meta.url),
    "utf8",
  );
  const path = [
    "spec",
    "kublrAgentConfig",
    "cluster",
    "addon",
    "spegel",
    "helm_values",
    "spegel",
    "containerdMirrorAdd",
  ];

  test("deleted by hand, it is put back byte for byte", () => {
    const deleted = example.replace("              containerdMirrorAdd: false\n", "");
    expect(deleted).not.toBe(example);
    expect(editSpec(deleted, [set(path, false)]).text).toBe(example);
  });

  test("removed, it leaves an empty map, and is put back byte for byte", () => {
    const removed = editSpec(example, [remove(...path)]).text;
    expect(removed).toBe(
      example.replace("spegel:\n              containerdMirrorAdd: false\n", "spegel: {}\n"),
    );
    expect(editSpec(removed, [set(path, false)]).text).toBe(example);
  });
});

describe("setting a value", () => {
  checkEdits([
    ["keeps the comment", "a: 1  # c\nb: 2\n", [set(["a"], 3)], "a: 3  # c\nb: 2\n"],
    ["keeps the space before it", "a:    1\n", [set(["a"], true)], "a:    true\n"],
    ["writes nothing when it is the same", "a: 0x10 # c\n", [set(["a"], 16)], "a: 0x10 # c\n"],
    ["keeps single quotes", "a: 'x'\n", [set(["a"], "it's")], "a: 'it''s'\n"],
    ["keeps double quotes", 'a: "x"\n', [set(["a"], "y")], 'a: "y"\n'],
    ["gives up single quotes that cannot hold it", "a: 'x'\n", [set(["a"], "\u0007")], 'a: "\\u0007"\n'],
    ["after a key with nothing", "a:\nb: 1\n", [set(["a"], "x")], "a: x\nb: 1\n"],
    ["after a key with a comment only", "a: # c\nb: 1\n", [set(["a"], "x")], "a: x # c\nb: 1\n"],
    ["keeps an anchor", "a: &x 1\n", [set(["a"], 2)], "a: &x 2\n"],
    ["drops a tag that does not fit", "a: !!str 1\n", [set(["a"], true)], "a: true\n"],
    ["in place of an alias", "a: &x {b: 1}\nc: *x\n", [set(["c"], 2)], "a: &x {b: 1}\nc: 2\n"],
    ["text for a map", "a: # c\n  b: 1 # d\n  # e\nf: 2\n", [set(["a"], "x")], "a: x # c\nf: 2\n"],
    ["a map for text", "a: x # c\nb: 1\n", [set(["a"], { c: 1 })], "a: # c\n  c: 1\nb: 1\n"],
    ["a list for a map", "a:\n  b: 1\nc: 2\n", [set(["a"], ["x"])], "a:\n  - x\nc: 2\n"],
    ["an empty map for a map", "a:\n  b: 1\nc: 2\n", [set(["a"], {})], "a: {}\nc: 2\n"],
    ["of a list item", "- a # c\n- b\n", [set([0], "x: y")], "- 'x: y' # c\n- b\n"],
    [
      "a map for a list item",
      "l:\n  - a\n  - b\n",
      [set(["l", 0], { c: 1, d: 2 })],
      "l:\n  - c: 1\n    d: 2\n  - b\n",
    ],
    ["of a whole document", "a: 1\n", [set([], { b: 2 })], "b: 2\n"],
    ["of the last of repeated keys", "a: 1\na: 2\n", [set(["a"], 3)], "a: 1\na: 3\n"],
    [
      "next to a merge key",
      "a: &x {b: 1}\nc:\n  <<: *x\n",
      [set(["c", "b"], 2)],
      "a: &x {b: 1}\nc:\n  <<: *x\n  b: 2\n",
    ],
  ]);
});

describe("a map or list over another changes only what differs", () => {
  checkEdits([
    [
      "maps",
      "m:\n  a: 1 # one\n  b: {c: 1} # two\n  d: 3\n",
      [set(["m"], { a: 1, b: { c: 2 }, e: 4 })],
      "m:\n  a: 1 # one\n  b: {c: 2} # two\n  e: 4\n",
    ],
    [
      "lists",
      "l:\n  - '.*:latest$' # one\n  # two\n  - '^docker'\n  - x\n",
      [set(["l"], [".*:latest$", "^ghcr", "x", "z"])],
      "l:\n  - '.*:latest$' # one\n  # two\n  - '^ghcr'\n  - x\n  - z\n",
    ],
    ["a shorter list", "l: [a, b, c, d]\n", [set(["l"], ["a", "d"])], "l: [a, d]\n"],
  ]);
});

describe("adding a key", () => {
  checkEdits([
    [
      "at the end of its map",
      "a:\n  b: 1 # c\nd: 2\n",
      [set(["a", "x"], 3)],
      "a:\n  b: 1 # c\n  x: 3\nd: 2\n",
    ],
    [
      "below the comments of its map",
      "a:\n  b: 1\n  # c\n\nd: 2\n",
      [set(["a", "x"], 3)],
      "a:\n  b: 1\n  # c\n  x: 3\n\nd: 2\n",
    ],
    ["after blank lines that a |+ text keeps", "a: |+\n  x\n\n", [set(["b"], 1)], "a: |+\n  x\n\nb: 1\n"],
    [
      "with four columns",
      "a:\n    b: 1\n",
      [set(["a", "c", "d"], 2)],
      "a:\n    b: 1\n    c:\n        d: 2\n",
    ],
    [
      "with the maps on the way",
      "kind: Cluster\nspec:\n",
      [set(["spec", "kublrAgentConfig", "cluster", "addon"], 1)],
      "kind: Cluster\nspec:\n  kublrAgentConfig:\n    cluster:\n      addon: 1\n",
    ],
    [
      "into a map that is {}",
      "a: {} # c\nb: 1\n",
      [set(["a", "x", "z"], 1)],
      "a: # c\n  x:\n    z: 1\nb: 1\n",
    ],
    ["into null", "a: null\n", [set(["a", "x"], 1)], "a:\n  x: 1\n"],
    [
      "below a comment in an empty map",
      "a:\n  # c\nb: 1\n",
      [set(["a", "x"], 2)],
      "a:\n  # c\n  x: 2\nb: 1\n",
    ],
    [
      "in a map on a dash",
      "l:\n- a: 1\n  b: 2\n- c\n",
      [set(["l", 0, "x"], 3)],
      "l:\n- a: 1\n  b: 2\n  x: 3\n- c\n",
    ],
    ["a list, dashes flush as elsewhere", "a:\n- b\n", [set(["c"], ["d"])], "a:\n- b\nc:\n- d\n"],
    [
      "a list, dashes indented as elsewhere",
      "a:\n    - b\n",
      [set(["c"], ["d"])],
      "a:\n    - b\nc:\n    - d\n",
    ],
    [
      "with CRLF",
      "a: 1\r\nb:\r\n  c: 2\r\n",
      [set(["b", "d"], "x\ny\n")],
      "a: 1\r\nb:\r\n  c: 2\r\n  d: |\r\n    x\r\n    y\r\n",
    ],
    ["without a final line break", "a: 1", [set(["b"], 2)], "a: 1\nb: 2"],
    ["behind a byte order mark", "\uFEFFa: 1\n", [set(["b"], 2)], "\uFEFFa: 1\nb: 2\n"],
    [
      "to the previewed document",
      "kind: Secret\n---\nkind: Cluster\n---\nkind: Pod\n",
      [set(["spec"], 1)],
      "kind: Secret\n---\nkind: Cluster\nspec: 1\n---\nkind: Pod\n",
    ],
    [
      "to another document",
      "kind: Secret\n---\nkind: Cluster\n",
      [{ path: ["a"], value: 1, document: 0 }],
      "kind: Secret\na: 1\n---\nkind: Cluster\n",
    ],
    ["to an empty text", "", [set(["spec", "nodes", 0, "name"], "a")], "spec:\n  nodes:\n    - name: a\n"],
    ["to a text of comments", "# c", [set(["a"], 1)], "# c\na: 1\n"],
    ["to an empty document", "---\n", [set(["a"], 1)], "---\na: 1\n"],
  ]);
});

describe("text and keys", () => {
  const written = (value: unknown): string => editSpec("a:\n", [set(["a"], value)]).text.slice(2, -1);

  test.each([
    ["docker.io/library", "docker.io/library"],
    ["1.29.7", "1.29.7"],
    ["10.0.0.0/8", "10.0.0.0/8"],
    ["^docker\\.io/", "^docker\\.io/"],
    ["http://{{ .config.x }}:30020", "http://{{ .config.x }}:30020"],
    ["yes", "'yes'"],
    ["On", "'On'"],
    ["n", "'n'"],
    ["null", "'null'"],
    ["~", "'~'"],
    ["0123", "'0123'"],
    ["0o17", "'0o17'"],
    ["1_000", "'1_000'"],
    ["1e3", "'1e3'"],
    ["12:30", "'12:30'"],
    [".inf", "'.inf'"],
    ["2024-01-31", "'2024-01-31'"],
    ["=", "'='"],
    ["<<", "'<<'"],
    ["", "''"],
    [" a", "' a'"],
    ["a: b", "'a: b'"],
    ["a #b", "'a #b'"],
    ["- a", "'- a'"],
    ["*", "'*'"],
    ["[a]", "'[a]'"],
    ["it's", "it's"],
    ["a\tb", "'a\tb'"],
    ["\u0000", '"\\u0000"'],
    ["a\r\nb", '"a\\r\\nb"'],
    ["\ud800", '"\\ud800"'],
    [true, "true"],
    [12, "12"],
    [1e21, "1.0e+21"],
    [-0, "-0.0"],
    [Number.NaN, ".nan"],
    [Number.NEGATIVE_INFINITY, "-.inf"],
    [10n ** 20n, "100000000000000000000"],
    [new Date(0), "'1970-01-01T00:00:00.000Z'"],
    [{ a: undefined, b: {} }, "\n  b: {}"],
  ])("%# %o is written %s", (value, expected) => {
    expect(written(value).replace(/^ /, "")).toBe(expected);
  });

  checkEdits([
    [
      "keys are quoted alike",
      "a: {}\n",
      [set(["a"], { yes: 1, "1": 2, "x: y": 3, "": 4, __proto__: 5, "<<": 6 })],
      "a:\n  '1': 2\n  'yes': 1\n  'x: y': 3\n  '': 4\n  '<<': 6\n",
    ],
    ["__proto__ is a key", "a: 1\n", [set(["__proto__", "b"], 2)], "a: 1\n__proto__:\n  b: 2\n"],
    ["several lines", "a:\n", [set(["a"], "x\n  y\n\nz\n")], "a: |\n  x\n    y\n\n  z\n"],
    ["no line break at the end", "a:\n", [set(["a"], "x\ny")], "a: |-\n  x\n  y\n"],
    ["several at the end", "a:\nb: 1\n", [set(["a"], "x\n\n\n")], "a: |+\n  x\n\n\nb: 1\n"],
    ["indented first line", "a:\n", [set(["a"], "  x\ny\n")], "a: |2\n    x\n  y\n"],
    ["in a list", "a: []\n", [insert(["a", 0], "x\ny\n")], "a:\n  - |\n    x\n    y\n"],
    ["in a flow collection", "a: {b: 1}\n", [set(["a", "c"], "x\ny")], 'a: {b: 1, c: "x\\ny"}\n'],
  ]);
});

describe("block scalars", () => {
  const literal = "a:\n  text: | # c\n    one\n    two\n    three\n\n  b: 1\n";

  test("only the lines that differ are edited", () => {
    const result = editSpec(literal, [set(["a", "text"], "one\nTWO\nthree\n")]);
    expect(result).toEqual({
      text: literal.replace("two", "TWO"),
      textEdits: [
        { start: literal.indexOf("    two"), end: literal.indexOf("    three"), newText: "    TWO\n" },
      ],
    });
  });

  checkEdits([
    [
      "keep their comment and indentation",
      "a: |   # c\n      x\nb: 1\n",
      [set(["a"], "y\nz\n")],
      "a: |   # c\n      y\n      z\nb: 1\n",
    ],
    ["change their chomping when they have to", "a: |\n  x\n", [set(["a"], "y\nz")], "a: |-\n  y\n  z\n"],
    ["keep |+", "a: |+\n  x\n\nb: 1\n", [set(["a"], "y\n\n")], "a: |+\n  y\n\nb: 1\n"],
    ["keep an indentation indicator", "a: |2-\n   x\n", [set(["a"], " y\n z")], "a: |2-\n   y\n   z\n"],
    ["folded ones become literal", "a: >-\n  x\n  y\n", [set(["a"], "x\nz")], "a: |-\n  x\n  z\n"],
    ["give way to one line", "a: |\n  x\nb: 1\n", [set(["a"], "z")], "a: z\nb: 1\n"],
    ["with CRLF", "a: |\r\n  x\r\n  y\r\nb: 1\r\n", [set(["a"], "x\nz\n")], "a: |\r\n  x\r\n  z\r\nb: 1\r\n"],
  ]);
});

describe("removing", () => {
  checkEdits([
    ["a key with its comment", "a: 1\nb: 2 # c\nd: 3\n", [remove("b")], "a: 1\nd: 3\n"],
    [
      "keeps comments and blank lines around",
      "a: 1\n# b\nb: 2\n\n# d\nd: 3\n",
      [remove("b")],
      "a: 1\n# b\n\n# d\nd: 3\n",
    ],
    ["takes comments inside along", "a:\n  # x\n  b: 1\n  # y\nc: 2\n", [remove("a")], "c: 2\n"],
    ["the last key of a map", "a:\n  b: 1\nc: 2\n", [remove("a", "b")], "a: {}\nc: 2\n"],
    [
      "the last key, comments stay",
      "a: # x\n  # y\n  b: 1 # z\nc: 2\n",
      [remove("a", "b")],
      "a: {} # x\n  # y\nc: 2\n",
    ],
    ["the last key of all", "a: 1\n", [remove("a")], "{}\n"],
    ["the last item of a list", "a:\n  - b\nc: 2\n", [remove("a", 0)], "a: []\nc: 2\n"],
    ["a list item", "- a\n- b: 1\n  c: 2\n- d\n", [remove(1)], "- a\n- d\n"],
    ["the first key on a dash", "- a: 1 # x\n  b: 2\n", [remove(0, "a")], "- b: 2\n"],
    ["at the end without a line break", "a: 1\nb: 2", [remove("b")], "a: 1"],
    [
      "after a |+ text, which would take the blank line",
      "a: |+\n  x\nb: 1\n\nc: 2\n",
      [remove("b")],
      "a: |+\n  x\nc: 2\n",
    ],
    ["all of repeated keys", "a: 1\nb: 2\na: 3\n", [remove("a")], "b: 2\n"],
    ["what is not there", "a: 1\n", [remove("b", "c")], "a: 1\n"],
    ["undefined removes", "a: 1\nb: 2\n", [set(["a"], undefined)], "b: 2\n"],
  ]);
});

describe("lists", () => {
  checkEdits([
    ["insert first", "l:\n  # c\n  - a\n", [insert(["l", 0], "x")], "l:\n  # c\n  - x\n  - a\n"],
    [
      "insert between",
      "l:\n  - a # c\n  # d\n  - b\n",
      [insert(["l", 1], "x")],
      "l:\n  - a # c\n  - x\n  # d\n  - b\n",
    ],
    ["append", "l:\n- a\n# about m\nm: 1\n", [set(["l", 1], "x")], "l:\n- a\n- x\n# about m\nm: 1\n"],
    [
      "insert a map",
      "l:\n  - a\n",
      [insert(["l", 0], { b: [1], c: {} })],
      "l:\n  - b:\n      - 1\n    c: {}\n  - a\n",
    ],
    ["into []", "l: []\n", [insert(["l", 0], "x")], "l:\n  - x\n"],
    ["into nothing", "a: 1\n", [insert(["l", 0], "x")], "a: 1\nl:\n  - x\n"],
    ["a list in a list", "- - a\n  - b\n", [insert([0, 0], "x")], "- - x\n  - a\n  - b\n"],
    ["wide dashes", "-   a: 1\n    b: 2\n", [set([0, "c"], 3)], "-   a: 1\n    b: 2\n    c: 3\n"],
  ]);
});
