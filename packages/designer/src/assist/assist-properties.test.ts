import { readdirSync, readFileSync } from "node:fs";
import { parseTemplate } from "@lookinglass/go-template";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeAt } from "./complete.js";
import { hoverAt } from "./hover.js";
import { goFunctions } from "./template-words.js";

const examplesFolder = new URL("../../../../examples/", import.meta.url);
const examples = readdirSync(examplesFolder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => readFileSync(new URL(name, examplesFolder), "utf8"));

/** Pieces that specs and half-typed specs are made of. */
const PIECES = [
  ..."|>{}[]:,-#'\"&*!?%@`~ \t\n\r",
  ..."\n  \n    \n      ".split(/(?<= )(?=\n)/),
  "kind: Cluster\n",
  "spec:\n  kublrAgentConfig:\n    ",
  "extensions:\n      a:\n        content: |\n          ",
  "cluster:\n      addon:\n        spegel:\n          helm_values: ",
  "nodes:\n    - ",
  "{{ .config.",
  "}}",
  "[host.'https://a']\n",
  "capabilities = ['",
  "__proto__: ",
  "constructor",
  "---\n",
  "\uFEFF",
  "\uD800",
];
const scraps = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join(""));
const spliced = fc
  .tuple(fc.constantFrom(...examples), fc.nat(), fc.nat({ max: 40 }), scraps)
  .map(([text, place, length, scrap]) => {
    const start = place % (text.length + 1);
    return { text: text.slice(0, start) + scrap + text.slice(start + length), offset: start + scrap.length };
  });
const anywhere = fc
  .tuple(fc.oneof(scraps, fc.string({ unit: "binary" })), fc.integer({ min: -5, max: 400 }))
  .map(([text, offset]) => ({ text, offset }));

function check({ text, offset }: { text: string; offset: number }): void {
  const cursor = Math.min(Math.max(offset, 0), text.length);
  for (const { replace } of completeAt(text, offset)) {
    expect(replace.start).toBeLessThanOrEqual(cursor);
    expect(replace.end).toBeGreaterThanOrEqual(cursor);
    expect(text.slice(replace.start, replace.end)).not.toContain("\n");
  }
  const hover = hoverAt(text, offset);
  if (!hover) return;
  expect(hover.range.start).toBeLessThanOrEqual(cursor);
  expect(hover.range.end).toBeGreaterThanOrEqual(cursor);
}

describe("any text and offset has an answer, whose range holds the cursor", () => {
  test("in scraps", () => {
    fc.assert(fc.property(anywhere, check), { numRuns: 2000 });
  }, 60_000);

  test("in examples that are being edited", () => {
    fc.assert(fc.property(spliced, check), { numRuns: 500 });
  }, 60_000);

  test("at every offset of an example", () => {
    const [text = ""] = examples;
    for (let offset = 0; offset <= text.length; offset++) check({ text, offset });
  }, 60_000);
});

test.each([
  ["dashes", "- ".repeat(100_000)],
  ["open brackets", "[".repeat(100_000)],
  ["open maps", "{a: ".repeat(50_000)],
  ["quotes", "'".repeat(100_001)],
  ["blanks", `a${" ".repeat(200_000)}b`],
  ["colons", "a:".repeat(100_000)],
  ["nested keys", Array.from({ length: 2_000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")],
  [
    "a huge action",
    `spec:\n  kublrAgentConfig:\n    extensions:\n      a:\n        content: |\n          {{ ${"a.".repeat(100_000)}`,
  ],
  [
    "a huge line of hosts.toml",
    `spec:\n  kublrAgentConfig:\n    extensions:\n      a:\n        content: |\n          ca = ${"a'".repeat(100_000)}`,
  ],
])(
  "hostile: %s",
  (_, text) => {
    check({ text, offset: text.length });
    check({ text, offset: Math.floor(text.length / 2) });
  },
  20_000,
);

test("every function of Go is described, and no other", () => {
  const known = (name: string) => parseTemplate(`{{ ${name} 1 }}`).ok;
  expect(goFunctions.filter(({ name }) => !known(name))).toEqual([]);
  expect(goFunctions).toHaveLength(19);
});
