/** What go-yaml itself has answered: conformance/go-yaml.json. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { computeLineStarts } from "../positions.js";
import { compose, parseTokens } from "./compose.js";
import { lexemeTexts } from "./lexemes.js";
import { parseSpec } from "./parse-spec.js";
import { plainTrees } from "./plain-tree.js";
import { buildTree } from "./tree.js";

type Value = null | boolean | string | readonly Value[] | ValueObject;
interface ValueObject {
  readonly [kind: string]: Value | Readonly<Record<string, Value>>;
}
type Answer = { readonly documents: readonly Value[] } | { readonly error: string };

const conformance = JSON.parse(
  readFileSync(new URL("../../conformance/go-yaml.json", import.meta.url), "utf8"),
  // The file's own description of its form.
) as {
  readonly scalars: readonly { readonly source: string; readonly v3: Value }[];
  readonly texts: readonly { readonly text: string; readonly v3: Answer }[];
  readonly characters: readonly { readonly codePoint: string; readonly v3: Answer }[];
};

const FLOATS: Readonly<Record<string, number>> = { "+Inf": Infinity, "-Inf": -Infinity, NaN: Number.NaN };

/** An answer as the data of a spec: a number, and a date as it is written. */
function asData(value: Value, source = ""): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Value) => asData(item));
  const { int, float, time, map } = value as ValueObject;
  if (typeof int === "string") return Number(int);
  if (typeof float === "string") return FLOATS[float] ?? Number(float);
  if (typeof time === "string") return source;
  const entries = Object.entries(map as Readonly<Record<string, Value>>);
  return Object.fromEntries(entries.map(([key, inner]) => [keyName(key), asData(inner)]));
}

function keyName(key: string): string {
  return key.startsWith("\u0001") ? String(asData(JSON.parse(key.slice(1)) as Value)) : key;
}

/** The same text read without the short way for plain ones. */
function composedData(text: string): unknown {
  const tokens = parseTokens(text, lexemeTexts(text));
  if (typeof tokens === "number") throw new Error(`too deep: ${text}`);
  const [first] = compose(tokens).documents;
  if (!first) return undefined;
  return buildTree(first.document, first.token, text, computeLineStarts(text)).root;
}

describe("scalars, as go-yaml v3 reads them", () => {
  it.each(conformance.scalars)("$source", ({ source, v3 }) => {
    const value = asData(v3, source);
    const { documents } = parseSpec(`a: ${source}\n`);
    expect(documents[0]?.data).toEqual({ a: value });
    expect(parseSpec(`- ${source}\n`).documents[0]?.data).toEqual([value]);
    expect(parseSpec(`a:\n  ${source}\nb: # 1\n`).documents[0]?.data).toEqual({ a: value, b: null });
    if (source.includes(",")) return;
    expect(parseSpec(`a: {b: ${source}}\n`).documents[0]?.data).toEqual({ a: { b: value } });
    expect(parseSpec(`a: [${source}, 1]\n`).documents[0]?.data).toEqual({ a: [value, 1] });
  });

  it.each(conformance.scalars)("$source in quotes is text", ({ source }) => {
    expect(parseSpec(`a: '${source}'\nb: ["${source}"]\n`).documents[0]?.data).toEqual({
      a: source,
      b: [source],
    });
  });

  it.each(conformance.scalars)("$source is the same to the library's parser", ({ source }) => {
    const text = `a: ${source}\n`;
    const [plain] = plainTrees(lexemeTexts(text), text, computeLineStarts(text)) ?? [];
    expect(plain?.root).toEqual(composedData(text));
  });
});

describe("texts", () => {
  it.each(conformance.texts)("$text", ({ text, v3 }) => {
    const { documents, problems } = parseSpec(text);
    expect(problems.length > 0).toBe("error" in v3);
    if ("documents" in v3)
      expect(documents.map(({ data }) => data)).toEqual(v3.documents.map((value) => asData(value)));
  });
});
