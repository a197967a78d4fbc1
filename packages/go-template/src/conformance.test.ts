import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeJson, type MissingKey, renderTemplate } from "./index.js";

interface Case {
  readonly id: string;
  readonly group: string;
  readonly template: string;
  readonly data: unknown;
  readonly options?: readonly string[];
  readonly output?: string;
  readonly error?: { readonly phase: string; readonly message: string; readonly line: number };
  readonly partialOutput?: string;
}

/** Cases whose answer differs from Go's on purpose; the README says why. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  "tpl-endless-recursion":
    'template: hosts.toml:1:28: executing "loop" at <{{template "loop" .}}>: exceeded maximum template depth (100)',
};

function readCases(file: string): readonly Case[] {
  const text = readFileSync(new URL(`../conformance/${file}`, import.meta.url), "utf8");
  // The file's "about" gives the shape of its cases.
  return (decodeJson(text) as { cases: readonly Case[] }).cases;
}

function missingKey({ options = [] }: Case): { missingKey?: MissingKey } {
  const value = options.map((option) => option.replace("missingkey=", ""))[0];
  // The options of the cases are those of Template.Option.
  return value === undefined ? {} : { missingKey: value as MissingKey };
}

function expected({ output, error, partialOutput }: Case): unknown {
  if (error === undefined) return { ok: true, output };
  return { ok: false, error, partialOutput: partialOutput ?? "" };
}

describe.each([
  ["go-template.json", "go"],
  ["later.json", "go"],
  ["sprig.json", "sprig"],
  ["sprig-later.json", "sprig"],
] as const)("%s", (file, functions) => {
  const cases = readCases(file);

  const deviates = ({ id }: Case) => Object.hasOwn(DEVIATIONS, id);
  const rows = (some: readonly Case[]) =>
    some.map((example) => [example.group, example.id, example] as const);

  it.each(rows(cases.filter((example) => !deviates(example))))("%s: %s", (_group, _id, example) => {
    const result = renderTemplate(example.template, example.data, { functions, ...missingKey(example) });
    expect(result).toMatchObject(expected(example) as object);
  });

  it.each(rows(cases.filter(deviates)))("%s: %s (deviation)", (_group, _id, example) => {
    const result = renderTemplate(example.template, example.data, { functions });
    expect(result).toMatchObject({ ok: false, error: { phase: "limit", message: DEVIATIONS[example.id] } });
  });
});
