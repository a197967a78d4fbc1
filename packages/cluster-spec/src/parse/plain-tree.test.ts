import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CST } from "yaml";
import { computeLineStarts } from "../positions.js";
import { compose, parseTokens } from "./compose.js";
import { lexemeTexts } from "./lexemes.js";
import { plainTrees } from "./plain-tree.js";
import { buildTree, type DocumentTree } from "./tree.js";

/** Null for a text that is not plain. */
function plain(text: string): DocumentTree[] | null {
  return plainTrees(lexemeTexts(text), text, computeLineStarts(text));
}

function composed(tokens: readonly CST.Token[], text: string) {
  const { documents, strayErrors } = compose(tokens);
  const errors = documents.flatMap(({ document }) => document.errors.map(({ message }) => message));
  const trees = documents.map(({ document, token }) =>
    buildTree(document, token, text, computeLineStarts(text)),
  );
  return { errors: [...strayErrors, ...errors], trees: trees.map(inOrder) };
}

function inOrder(tree: DocumentTree): DocumentTree {
  return { ...tree, problems: tree.problems.toSorted((a, b) => a.start - b.start) };
}

/** A plain text is what the library makes of it, which finds no fault in it. */
function expectAgreement(text: string): void {
  const tokens = parseTokens(text, lexemeTexts(text));
  const trees = plain(text);
  if (trees === null) return;
  if (typeof tokens === "number") throw new Error(`plain, but too deep: ${text}`);
  expect({ errors: [], trees: trees.map(inOrder) }, JSON.stringify(text)).toEqual(composed(tokens, text));
}

const examples = readdirSync(new URL("../../../../examples", import.meta.url))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => readFileSync(new URL(`../../../../examples/${file}`, import.meta.url), "utf8"));

describe("plain documents", () => {
  it.each([
    ["a map of scalars", "a: 1\nb: text\nc: 'quoted'\nd: \"quo\\ted\"\n"],
    ["nothing after a key", "a:\nb:\n  c:\n"],
    ["comments everywhere", "# 0\na: 1 # 1\n# 2\nb:\n  # 3\n  c: 2\n  # 4\n# 5\n"],
    ["lists, also of maps", "a:\n- 1\n- b: 2\n  c: 3\n- - 4\n  - 5\n-\n"],
    ["block scalars", "a: |\n  x\n  y\n\nb: >-\n  x\n  y\nc: |2\n    z\n"],
    ["scalars on several lines", "a: one\n  two\n\n  three\nb: 'x\n  y'\n"],
    ["flow collections", "a: [1, two, 'three', [4]]\nb: {c: 1, d: {e: 2}, f: }\ng: []\nh: {}\n"],
    [
      "words that are not text",
      "a: [null, ~, true, False, 0x1f, 0o17, -1, +2, 1e3, .5, .inf, -.INF, .nan, 072504, 30_021, 0b1, -0x1]\n",
    ],
    ["several documents", "a: 1\n---\nb: 2\n"],
    ["Windows line ends", "a: 1\r\nb:\r\n  - x\r\n  - |\r\n    y\r\n"],
    ["keys that are not text", "1: a\ntrue: b\nnull: c\n"],
    ["a value on the line below its key", "a:\n  text\nb:\n  'quoted'\nc:\n  [1]\nd:\n  |\n  x\n"],
    ["a comment behind every indicator", "a: # 1\n  - # 2\n    b: | # 3\n      x\n---\n# 4\nc: 1\n"],
    ["nothing behind the last line", "a:\n  - |\n    x"],
    ["a byte order mark", "\uFEFFa: 1\nb: [2]\n"],
    ["as many levels as are read", `${"- ".repeat(125)}a: 1\n`],
    ["a key twice", "a: 1\nb:\n  c: 1\n  c: 2\na: 2\n"],
  ])("%s", (_, text) => {
    expect(plain(text)).not.toBeNull();
    expectAgreement(text);
  });

  it.each(examples.map((text, index) => [index, text] as const))("example %d", (_, text) => {
    expect(plain(text)).not.toBeNull();
    expectAgreement(text);
  });
});

describe("what is left to the library", () => {
  it.each([
    ["anchors and aliases", "a: &x 1\nb: *x\n"],
    ["tags", "a: !!str 1\n"],
    ["merge keys", "a: {b: 1}\nc:\n  <<: {d: 1}\n"],
    ["explicit keys", "? a\n: b\n"],
    ["tabs before a value's line", "a:\n\tb: 1\n"],
    ["a map on its key's line", "a: b: c\n"],
    ["a bad escape", 'a: "\\q"\n'],
    ["an open quote", "a: 'x\n"],
    ["a comment without a blank before it", "a: 'x'#y\n"],
    ["a reserved character", "a: @x\n"],
    ["a flow collection on several lines", "a: [1,\n  2]\n"],
    ["a flow list without a comma", "a: [1 2, 'x' 'y']\nb: ['x' 'y']\n"],
    ["an open flow list", "a: [1\n"],
    ["a map in a flow list", "a: [b: 1]\n"],
    ["a directive", "%YAML 1.1\n---\na: yes\n"],
    ["a scalar alone", "text\n"],
    ["one level more", `${"- ".repeat(126)}a: 1\n`],
    ["a line between two columns", "a:\n    b: 1\n  c: 2\n"],
    ["a list beside keys", "a: 1\n- b\n"],
    ["a document on the line of its mark", "--- a: 1\n"],
  ])("%s", (_, text) => {
    expect(plain(text)).toBeNull();
  });
});

/** Texts of pieces that mean something to YAML, put together at random. */
const pieces = fc.constantFrom(
  ...["a: ", "b: ", "c:\n", "- ", "\n", "\n  ", "\n    ", " ", "  ", "\t", "1", "x", "'q'", '"d"', "'", '"'],
  ...[
    "|\n",
    ">-\n",
    "|2\n",
    "# n\n",
    " # n",
    "[",
    "]",
    "{",
    "}",
    ", ",
    ":",
    "? ",
    "&a ",
    "*a",
    "!t ",
    "---\n",
  ],
  ...["...\n", "<<: ", "~", "null", "0x1", "1.5", "\r\n", "é", "%", "@", "`", "a b", "\\", "''", "-1", "-"],
  ...[
    "072504",
    "30_021",
    "0o17",
    "-0b1",
    "1e3",
    "1.30",
    ".5_0",
    "2026-01-02",
    "1:30",
    "<<",
    "\u00a0",
    "\u2028",
  ],
);

/** The same of lines that mostly are plain. */
const lines = fc.constantFrom(
  ...[
    "a: ",
    "b: ",
    "c:\n",
    "- ",
    "\n",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    "\na: ",
    "\n  b: ",
    "\n   ",
    "\n\n",
  ],
  ...["1", "x", "'q'", '"d"', "|\n", ">-\n", "d: |\n    x\n", "# n\n", " # n", "~", "é", "a b", " ", "---\n"],
  ...["[1, x]", "{f: 1}", "{f: }", "[]", "[", "]", ", ", "{", "}"],
);

describe("where the short way answers, it answers as the library does", () => {
  it.each([
    ["pieces", pieces],
    ["lines", lines],
  ])("on texts of %s", (_, parts) => {
    const text = fc.array(parts, { maxLength: 24 }).map((chosen) => chosen.join(""));
    fc.assert(
      fc.property(text, (source) => expectAgreement(source)),
      { numRuns: 15_000 },
    );
  });

  it("on examples with pieces put in or lines taken out", () => {
    const edited = fc
      .tuple(fc.constantFrom(...examples), fc.array(fc.tuple(fc.nat(), fc.nat(6), pieces), { maxLength: 3 }))
      .map(([text, edits]) =>
        edits.reduce((before, [place, removed, piece]) => {
          const at = place % (before.length + 1);
          return before.slice(0, at) + piece + before.slice(at + removed);
        }, text),
      );
    fc.assert(
      fc.property(edited, (source) => expectAgreement(source)),
      { numRuns: 1_500 },
    );
  });
});
