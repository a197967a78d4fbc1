import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { isArray, isObject, type JsonValue } from "../json.js";
import { parseSpec } from "../parse/parse-spec.js";
import { type SpecPath, valueAt } from "../path.js";
import { insertInData, removeFromData, renameInData, setInData } from "./apply-to-data.js";
import { editSpec } from "./edit-spec.js";
import type { EditResult, SpecEdit, TextEdit } from "./spec-edit.js";

const examples = new URL("../../../../examples/", import.meta.url);
const realSpecs = readdirSync(examples)
  .filter((name) => /\.yaml$/.test(name))
  .map((name) => readFileSync(new URL(name, examples), "utf8"));

/** Written in as many styles as a person might mix in one file. */
const MIXED = `# head comment
kind: Secret
metadata: {name: s}   # flow
---
# before the cluster
kind: Cluster
metadata:
    name: 'quoted'

    labels: {a: "b", 'c': d, e: [1, 2,], }
spec:
    kublrAgentConfig:
        # about the cluster
        cluster:
            addon:
                spegel:   # trailing
                    enabled: true  # why
                    helm_values: |2
                          indented: 1
                        resources: null

        extensions:
            b: &anchor
                path: "p"
                content: |+
                    one

                    two

            # between
            a:
                path: >-
                    folded
                    path
                content: ''
            c: {}
            d:
    nodes:
    -   name: x
        minNodes: 0x10
    - name: y

    # after y
    - - nested
      - list
    master: null
`;

const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "true",
      "no",
      "~",
      "0123",
      "1e3",
      "1.29.7",
      "2020-01-01",
      "<<",
      "a: b",
      "a #b",
      "'",
      '"',
      "- x",
      "",
      " ",
      "^docker\\.io/",
      "http://x:30020",
      "a\nb\n",
      "a\nb",
      "  x\n y\n",
      "x\n\n\n",
      "\n",
      "\t",
      "{{ .config.x }}",
      "é😀",
      "\u0085",
      "a\r\nb",
      "\ud800",
      "-",
      "?",
      "#c",
      "[",
      "*a",
      "&a",
      "!a",
      "%a",
      "@a",
      "12:30",
      "=",
      "null",
      "---",
      "...",
      "a\n---\nb\n",
      "\u2028",
      "\ufeff",
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);
const scalar = fc.oneof(
  text,
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -0,
    1,
    -1.5,
    1e21,
    1e-7,
    123456789012345680000,
    Infinity,
    -Infinity,
    NaN,
  ),
  fc.double(),
);
const key = fc.oneof(
  fc.constantFrom(
    "a",
    "b",
    "name",
    "path",
    "x y",
    "1",
    "true",
    "__proto__",
    "constructor",
    "",
    "a: b",
    "<<",
    "-",
  ),
  text.filter((name) => name.length < 40),
);
const value = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 3, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
    { weight: 2, arbitrary: fc.dictionary(key, tie("value"), { maxKeys: 4 }) },
  ),
})).value;

/** All paths of a value, its own included. */
function pathsOf(data: JsonValue, path: SpecPath = []): SpecPath[] {
  const below = isArray(data)
    ? data.flatMap((item, index) => pathsOf(item, [...path, index]))
    : isObject(data)
      ? Object.entries(data).flatMap(([name, member]) => pathsOf(member, [...path, name]))
      : [];
  return [path, ...below];
}

interface Choice {
  readonly at: number;
  readonly op: "set" | "set" | "add" | "remove" | "rename" | "insert";
  readonly key: string;
  readonly value: JsonValue;
}

const choice: fc.Arbitrary<Choice> = fc.record({
  at: fc.nat(),
  op: fc.constantFrom("set", "set", "add", "remove", "rename", "insert"),
  key,
  value,
});

/** An edit of the document's data and the data after it; null where the choice makes no sense. */
function editOf(data: JsonValue, { at, op, key, value }: Choice): { edit: SpecEdit; data: JsonValue } | null {
  const paths = pathsOf(data);
  const path = paths[at % paths.length] ?? [];
  const here = valueAt(data, path);
  if (op === "set") return expectData({ path, value }, setInData(data, path, value));
  if (op === "add" && (isObject(here) || here === null)) {
    const added = [...path, key];
    return expectData({ path: added, value }, setInData(data, added, value));
  }
  if ((op === "add" || op === "insert") && isArray(here)) {
    const inserted = [...path, at % (here.length + 1)];
    return expectData({ path: inserted, insert: value }, insertInData(data, inserted, value));
  }
  if (path.length === 0) return null;
  if (op === "remove") return expectData({ path, remove: true }, removeFromData(data, path));
  return op === "rename" ? expectData({ path, rename: key }, renameInData(data, path, key)) : null;
}

function expectData(
  edit: SpecEdit,
  result: ReturnType<typeof setInData>,
): { edit: SpecEdit; data: JsonValue } | null {
  return result.ok ? { edit, data: result.data } : null;
}

/** Applies text edits as an editor would. */
function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toReversed()
    .reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text);
}

/** Edits that take the result back to the original. */
function inverse(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits.map(({ start, end, newText }) => {
    const from = start + shift;
    shift += newText.length - (end - start);
    return { start: from, end: from + newText.length, newText: text.slice(start, end) };
  });
}

function checkTextEdits(text: string, result: EditResult): void {
  expect(applyTextEdits(text, result.textEdits)).toBe(result.text);
  expect(applyTextEdits(result.text, inverse(text, result.textEdits))).toBe(text);
}

const dataOf = (text: string) => parseSpec(text).documents.map((document) => document.data);

function checkSpec(text: string, choices: readonly Choice[]): void {
  let now = text;
  for (const one of choices) {
    const spec = parseSpec(now);
    const index = spec.cluster.form === "none" ? 0 : spec.cluster.document;
    const planned = editOf(spec.documents[index]?.data ?? null, one);
    if (!planned) continue;
    const result = editSpec(now, [{ ...planned.edit, document: index }]);
    checkTextEdits(now, result);
    if (result.refused && isBeyondJson(now, one)) continue;
    expect(result.refused).toBeUndefined();
    expect(dataOf(result.text)).toEqual(dataOf(now).toSpliced(index, 1, planned.data));
    now = result.text;
  }
}

/** JSON has no NaN and no infinities: the only edit here that may be refused. */
function isBeyondJson(text: string, { value }: Choice): boolean {
  return /^\s*[[{]/.test(text) && !isFiniteData(value);
}

function isFiniteData(data: JsonValue): boolean {
  if (typeof data === "number") return Number.isFinite(data);
  return typeof data !== "object" || data === null || Object.values(data).every(isFiniteData);
}

describe("edits of generated specs", { timeout: 120_000 }, () => {
  const choices = fc.array(choice, { minLength: 1, maxLength: 4 });

  test("block style", () => {
    const styles = fc.record({
      indent: fc.constantFrom(2, 3, 4),
      indentSeq: fc.boolean(),
      defaultStringType: fc.constantFrom("PLAIN" as const, "QUOTE_DOUBLE" as const, "QUOTE_SINGLE" as const),
      lineWidth: fc.constantFrom(0, 30),
    });
    const eols = fc.constantFrom("\n", "\r\n");
    fc.assert(
      fc.property(
        fc.dictionary(key, value, { maxKeys: 5 }),
        styles,
        eols,
        fc.boolean(),
        choices,
        (data, style, eol, finalBreak, all) => {
          const written = stringify(data, style).replaceAll("\n", eol);
          const text = finalBreak ? written : written.replace(/\r?\n$/, "");
          // A plain << is a merge key, and what it brings is written elsewhere: see the tests of refusals.
          fc.pre(parseSpec(text).problems.length === 0 && !/<<['"]?:/.test(text));
          checkSpec(text, all);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom("\t", "  ", ""), choices, (data, indent, all) => {
        fc.pre(isObject(data));
        const sane = all.map((one) => ({ ...one, value: JSON.parse(JSON.stringify(one.value)) }));
        const text = JSON.stringify(data, null, indent);
        let now = text;
        checkSpec(text, sane);
        for (const one of sane) {
          const planned = editOf(JSON.parse(now), one);
          if (!planned || !isObject(planned.data)) break;
          now = editSpec(now, [planned.edit]).text;
          expect(() => JSON.parse(now)).not.toThrow();
        }
      }),
      { numRuns: 300 },
    );
  });

  test("real specs and a mixed one", () => {
    const specs = [...realSpecs, MIXED];
    const texts = fc.constantFrom(
      ...specs,
      ...specs.map((one) => one.replaceAll("\n", "\r\n")),
      ...specs.map((one) => `\uFEFF${one.trimEnd()}`),
    );
    fc.assert(fc.property(texts, choices, checkSpec), { numRuns: 600 });
  });

  test("what is written reads the same in YAML 1.1", () => {
    fc.assert(
      fc.property(value, fc.constantFrom("a:\n", "a: [{}]\n"), (data, text) => {
        const path = text === "a:\n" ? ["a"] : ["a", 0, "b"];
        const written = parse(editSpec(text, [{ path, value: data }]).text, { version: "1.1", merge: true });
        expect(valueAt(written, path)).toEqual(data);
      }),
      { numRuns: 500 },
    );
  });

  test("no text and no edit makes it throw, and a refusal changes nothing", () => {
    const anyPath = fc.array(
      fc.oneof(key, fc.constantFrom("spec", "kublrAgentConfig", "cluster"), fc.nat(3)),
      {
        maxLength: 5,
      },
    );
    const edit: fc.Arbitrary<SpecEdit> = fc.oneof(
      fc.record({ path: anyPath, value: fc.anything({ withBigInt: true, withDate: true }) }),
      fc.record({ path: anyPath, remove: fc.constant(true as const) }),
      fc.record({ path: anyPath, rename: key }),
      fc.record({ path: anyPath, insert: value }),
      fc.record({ path: anyPath, move: anyPath }),
      fc.record({ path: anyPath, value, document: fc.nat(3) }),
    );
    const whole = fc.constantFrom(...realSpecs, MIXED, "a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n  e: [*x]\n");
    const broken = fc
      .tuple(
        whole,
        fc.nat(),
        fc.nat(40),
        fc.constantFrom("", "*x", "&x ", "{", "]", "'", '"', "- ", "\t", "<<: *x\n", "---\n", "|", "\r"),
      )
      .map(
        ([text, at, length, patch]) =>
          text.slice(0, at % text.length) + patch + text.slice((at % text.length) + length),
      );
    fc.assert(
      fc.property(broken, fc.array(edit, { maxLength: 3 }), (text, edits) => {
        const result = editSpec(text, edits);
        checkTextEdits(text, result);
        if (result.refused) expect(result).toMatchObject({ text, textEdits: [] });
        expect(Object.prototype).not.toHaveProperty("a");
      }),
      { numRuns: 500 },
    );
  });
});
