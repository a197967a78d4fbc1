import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSpec } from "./parse-spec.js";

const dataOf = (text: string) => parseSpec(text).documents.map((document) => document.data);
/** Each problem as `code: the text it marks`. */
const problemsOf = (text: string) =>
  parseSpec(text).problems.map(({ code, range }) => `${code}: ${text.slice(range.start, range.end)}`);

describe("data", () => {
  test.each([
    ["YAML", "a: 1\nb: [x, null]\n", [{ a: 1, b: ["x", null] }]],
    ["YAML 1.2 booleans", "a: yes\nb: true\n", [{ a: "yes", b: true }]],
    ["several documents", "a: 1\n---\nb: 2\n...\n", [{ a: 1 }, { b: 2 }]],
    ["empty text", "", []],
    ["comments only", "# nothing\n", []],
    ["byte order mark and CRLF", "\uFEFFa: 1\r\nb:\r\n  - c\r\n", [{ a: 1, b: ["c"] }]],
    ["keys that are no text", "1: a\ntrue: b\n~: c\n", [{ "1": "a", true: "b", "": "c" }]],
    ["aliases", "a: &x {b: 1}\nc: *x\n", [{ a: { b: 1 }, c: { b: 1 } }]],
    ["a later anchor of the same name", "- &x 1\n- *x\n- &x 2\n- *x\n", [[1, 1, 2, 2]]],
    ["merge keys", "a: &x {b: 1, c: 2}\nd:\n  b: 3\n  <<: *x\n", [{ a: { b: 1, c: 2 }, d: { b: 3, c: 2 } }]],
    ["several merged maps", "<<: [{a: 1}, {a: 2, b: 2}]\nc: 3\n", [{ a: 1, b: 2, c: 3 }]],
    ["a merge key of an empty list", "<<: []\nc: 3\n", [{ c: 3 }]],
    ["a quoted merge key, which is none", "'<<': 3\n", [{ "<<": 3 }]],
    ["a tag", "a: !!str 12\nb: !custom x\n", [{ a: "12", b: "x" }]],
    ["a date in YAML 1.1", "%YAML 1.1\n---\na: 2020-01-02\n", [{ a: "2020-01-02" }]],
  ])("%s", (_, text, expected) => {
    expect(dataOf(text)).toEqual(expected);
    expect(problemsOf(text)).toEqual([]);
  });

  test("keys of the prototype are plain keys", () => {
    const [data] = dataOf(
      '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n<<: {"toString": 2}\n',
    );
    expect(Object.keys(Object(data))).toEqual(["__proto__", "constructor", "toString"]);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(Object(data).polluted).toBeUndefined();
  });

  test("JSON text is read as JSON, however it is indented", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom("\t", "  ", ""), (json, indent) => {
        const text = JSON.stringify({ a: JSON.parse(json) }, null, indent);
        expect(problemsOf(text)).toEqual([]);
        expect(JSON.stringify(dataOf(text))).toBe(JSON.stringify([JSON.parse(text)]));
      }),
    );
  });
});

describe("problems", () => {
  test.each([
    ["every error", 'a: "\\q"\nb: @x\n', ["spec/syntax: \\", "spec/syntax: @"]],
    ["repeated keys", "a: 1\nb: {c: 1, c: 2}\na: 3\n", ["spec/duplicate-key: c", "spec/duplicate-key: a"]],
    ["keys that become the same in JSON", "1: a\n'1': b\n", ["spec/duplicate-key: '1'"]],
    ["a missing anchor", "a: *x\n", ["spec/syntax: *x"]],
    ["an alias inside its own value", "a: &x [*x]\n", ["spec/syntax: *x"]],
    ["a merge key of nothing", "<<:\n", ["spec/syntax: <<"]],
    ["a merge key of null", "<<: null\n", ["spec/syntax: null"]],
    ["a merge key of text", "a: {<<: b}\n", ["spec/syntax: b"]],
    ["a null among merged maps", "<<: [{a: 1}, ~]\n", ["spec/syntax: [{a: 1}, ~]"]],
    ["a list among merged maps", "<<: [[{a: 1}]]\n", ["spec/syntax: [[{a: 1}]]"]],
    ["an alias of a list of maps", "a: &l [{b: 1}]\nc: {<<: *l}\n", ["spec/syntax: *l"]],
    ["an alias of nothing to merge", "<<: *l\n", ["spec/syntax: *l"]],
    ["two merge keys", "<<: {a: 1}\nb: 2\n<<: {c: 1}\n", ["spec/duplicate-key: <<"]],
    ["a tag that cannot hold its value", "a: !!int abc\n", ["spec/syntax: abc"]],
    ["stray text after a document", "a: 1\n... b\n", ["spec/syntax: b"]],
  ])("%s", (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  test("are in the order of their places, with their document", () => {
    const spec = parseSpec("a: 1\na: 2\n---\nb: ]\n");
    expect(spec.problems.map(({ code, document }) => [code, document])).toEqual([
      ["spec/duplicate-key", 0],
      ["spec/syntax", 1],
    ]);
    expect(spec.problems[0]?.message).toContain("line 1");
  });
});

describe("limits", () => {
  const nested = Array.from({ length: 200 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("");
  test.each([
    ["flow lists", "[".repeat(100_000)],
    ["flow maps", "{a: ".repeat(50_000)],
    ["compact lists", "- ".repeat(100_000)],
    ["explicit keys", "? ".repeat(100_000)],
    ["block maps", nested],
    ["a long text", "# x\n".repeat(400_000)],
  ])("%s are not read", (_, text) => {
    const spec = parseSpec(text);
    expect(spec.problems.map((problem) => problem.code)).toEqual(["spec/too-large"]);
    expect(spec.documents).toEqual([]);
  });

  test("an alias bomb is cut where it becomes too large", () => {
    const levels = Array.from(
      { length: 9 },
      (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]\n`,
    );
    const spec = parseSpec(`a0: &a0 lol\n${levels.join("")}`);
    expect(new Set(spec.problems.map((problem) => problem.code))).toEqual(new Set(["spec/too-large"]));
    expect(JSON.stringify(spec.documents[0]?.data).length).toBeLessThan(2_000_000);
  });

  test("aliases do not nest deeper than text may", () => {
    const levels = Array.from({ length: 500 }, (_, at) => `- &a${at + 1} [*a${at}]\n`);
    const spec = parseSpec(`- &a0 x\n${levels.join("")}`);
    expect(spec.problems[0]?.code).toBe("spec/too-large");
    expect(() => JSON.stringify(spec.documents[0]?.data)).not.toThrow();
  });

  test("any text is read without an exception", () => {
    const piece = fc.constantFrom(
      ..."[]{}:,-?#&*!|>'\"%@`\n\t\r \u0002\u0018\u001F\uFEFFab1<",
      "---",
      "...",
      "<<: ",
      "*a",
      "&a ",
      "\n  ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        for (const { range } of parseSpec(text).problems) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe("the previewed document", () => {
  test.each([
    [
      "the first Cluster",
      "kind: Secret\n---\nkind: Cluster\nmetadata: {name: c}\n---\nkind: Cluster\n",
      { form: "cluster", document: 1, name: "c", others: [2] },
    ],
    ["a bare spec", "spec:\n", { form: "fragment", document: 0, name: null, others: [] }],
    [
      "a bare spec beside a Secret",
      "kind: Secret\n---\nspec: {}\n",
      { form: "fragment", document: 1, name: null, others: [] },
    ],
    ["two bare specs", "spec: {}\n---\nspec: {}\n", { form: "none" }],
    ["another kind", "kind: Pod\nspec: {}\n", { form: "none" }],
    ["no map", "- spec\n", { form: "none" }],
    ["nothing", "", { form: "none" }],
  ])("%s", (_, text, expected) => {
    expect(parseSpec(text).cluster).toEqual(expected);
  });
});
