import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { parseSpec } from "./parse/parse-spec.js";
import { scalarOffset, scalarRange, scalarSyntax } from "./scalars.js";

const documentOf = (text: string) => {
  const document = parseSpec(text).documents[0];
  if (!document) throw new Error("the text has no document");
  return document;
};

/** Text with the range of `part` of the value marked, by its place in the value of key `a`. */
function marked(text: string, part: string): string {
  const document = documentOf(text);
  const value = String(scalarSyntax(document, ["a"])?.value);
  const start = value.indexOf(part);
  const range = scalarRange(document, ["a"], { start, end: start + part.length });
  if (!range) return "no range";
  return `${text.slice(0, range.start)}«${text.slice(range.start, range.end)}»${text.slice(range.end)}`;
}

describe("scalarRange", () => {
  test.each([
    ["plain", "a: one two # c\n", "two", "a: one «two» # c\n"],
    ["plain over lines", "a: one\n  two\n  three\n", "two three", "a: one\n  «two\n  three»\n"],
    ["single-quoted", "a: 'it''s so'\n", "'s", "a: 'it«''s» so'\n"],
    ["double-quoted escape", 'a: "tab\\tend \\u00e9!"\n', "é", 'a: "tab\\tend «\\u00e9»!"\n'],
    [
      "double-quoted over lines",
      'a: "one\n  two\\\n  three"\n',
      "twothree",
      'a: "one\n  «two\\\n  three»"\n',
    ],
    ["literal", "a: |\n  one\n  two\n", "two", "a: |\n  one\n  «two»\n"],
    ["literal, a line with its break", "a: |\n  one\n  two\n", "one\n", "a: |\n  «one\n  »two\n"],
    ["literal with indentation indicator", "a: |2\n    x\n   y\n", " y", "a: |2\n    x\n  « y»\n"],
    ["literal, CRLF", "a: |\r\n  one\r\n  two\r\n", "two", "a: |\r\n  one\r\n  «two»\r\n"],
    ["literal, blank lines kept", "a: |+\n  one\n\n  two\n\n", "two", "a: |+\n  one\n\n  «two»\n\n"],
    ["folded", "a: >\n  one\n  two\n\n  three\n", "two\nth", "a: >\n  one\n  «two\n\n  th»ree\n"],
    [
      "folded, deeper lines",
      "a: >-\n  one\n    two\n  three\n",
      "  two",
      "a: >-\n  one\n  «  two»\n  three\n",
    ],
    ["in JSON", '{"a": "x\\n\\"y\\""}', '"y', '{"a": "x\\n«\\"y»\\""}'],
  ])("%s", (_, text, part, expected) => {
    expect(marked(text, part)).toBe(expected);
  });

  test("is null outside the value and on what is not text", () => {
    const document = documentOf("a: abc\nb: 12\nc: [x]\n");
    expect(scalarRange(document, ["a"], { start: 1, end: 4 })).toBeNull();
    expect(scalarRange(document, ["b"], { start: 0, end: 1 })).toBeNull();
    expect(scalarRange(document, ["c"], { start: 0, end: 1 })).toBeNull();
    expect(scalarRange(document, ["d"], { start: 0, end: 0 })).toBeNull();
  });

  const styles = fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED");
  const lines = fc
    .array(fc.stringMatching(/^[ab :#'"\\\t]{0,12}$/), { maxLength: 6 })
    .map((all) => all.join("\n"));
  test("every unit of every value, in every style, has a place that reads as written", () => {
    fc.assert(
      fc.property(lines, styles, (written, style) => {
        const text = stringify({ a: written }, { defaultStringType: style, blockQuote: true, lineWidth: 20 });
        const document = documentOf(text);
        const value = String(scalarSyntax(document, ["a"])?.value);
        const offsets = Array.from({ length: value.length + 1 }, (_, at) =>
          scalarOffset(document, ["a"], at),
        );
        expect(offsets).not.toContain(null);
        expect(offsets).toEqual(offsets.toSorted((a, b) => Number(a) - Number(b)));
        for (const [at, unit] of [...value].entries()) {
          if (/[ab]/.test(unit)) expect(text[offsets[at] ?? -1]).toBe(unit);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test("scalarSyntax tells how a scalar is written", () => {
  const document = documentOf("a: yes\nb: 'true'\nc: !!str 12\nd:\ne: [1]\n");
  expect(scalarSyntax(document, ["a"])).toMatchObject({ style: "plain", source: "yes", value: "yes" });
  expect(scalarSyntax(document, ["b"])).toMatchObject({ style: "single", source: "'true'", value: "true" });
  expect(scalarSyntax(document, ["c"])).toMatchObject({
    source: "12",
    value: "12",
    tag: "tag:yaml.org,2002:str",
  });
  expect(scalarSyntax(document, ["d"])).toMatchObject({ style: "empty", source: "", value: null });
  expect(scalarSyntax(document, ["e"])).toBeNull();
});
