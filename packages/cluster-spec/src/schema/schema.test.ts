import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseSpec } from "../parse/parse-spec.js";
import { yaml11Booleans } from "./booleans.js";
import { checkTypes } from "./check-types.js";
import { nearestKey } from "./nearest-key.js";
import { unknownKeys } from "./unknown-keys.js";

const cluster = (spec: string) => parseSpec(`kind: Cluster\nspec: ${spec}\n`);
/** A spec with the given Spegel settings. */
const spegel = (settings: string) => cluster(`{kublrAgentConfig: {cluster: {addon: {spegel: ${settings}}}}}`);

describe("checkTypes", () => {
  test.each([
    ["text for a boolean", spegel('{enabled: "false"}'), "enabled: expected true or false, got text"],
    ["a number for a boolean", spegel("{enabled: 1}"), "enabled: expected true or false, got a number"],
    [
      "a list for helm_values",
      spegel("{helm_values: [a]}"),
      "helm_values: expected a map or text, got a list",
    ],
    ["text for a map", spegel("on"), "spegel: expected a map, got text"],
    ["a map for a list", cluster("{nodes: {a: 1}}"), "nodes: expected a list, got a map"],
    ["text for a group", cluster("{nodes: [a]}"), "0: expected a map, got text"],
    [
      "text for a number",
      cluster('{nodes: [{minNodes: "3"}]}'),
      "minNodes: expected a whole number, got text",
    ],
    ["half a node", cluster("{master: {minNodes: 1.5}}"), "minNodes: expected a whole number, got a number"],
    [
      "a number for content",
      cluster("{kublrAgentConfig: {extensions: {x: {path: p, content: 3}}}}"),
      "content: expected text, got a number",
    ],
    [
      "a version that is a number",
      cluster("{kublrAgentRef: 1.31}"),
      "kublrAgentRef: expected text, got a number",
    ],
  ])("%s", (_, spec, expected) => {
    const faults = checkTypes(spec).map(
      (fault) => `${fault.path.at(-1)}: expected ${fault.expected}, got ${fault.got}`,
    );
    expect(faults).toEqual([expected]);
  });

  test.each([
    [
      "nulls, which Kublr drops",
      cluster("{master: null, nodes: [null, {minNodes: null}], kublrAgentConfig:}"),
    ],
    ["helm_values as text", spegel("{enabled: true, helm_values: 'a: 1'}")],
    [
      "what it does not know",
      cluster("{kublrAgentConfig: {other: [1], cluster: {addon: {x: 1}}}, more: {}}"),
    ],
    ["yes for a boolean, which is another fault", spegel("{enabled: yes}")],
    ["no cluster", parseSpec("kind: Pod\nspec: 3\n")],
    ["keys of prototypes", cluster("{__proto__: 1, constructor: 2, master: {toString: 3}}")],
  ])("does not mind %s", (_, spec) => {
    expect(checkTypes(spec)).toEqual([]);
  });
});

test.each([
  "{k: yes}",
  "{k:\tyes}",
  "[yes]",
  "[1,yes]",
  "\n  k:\n    yes",
  "\n  k: # why\n    yes",
  "\n  - yes",
  "\n  - - yes",
  "\n  k: &anchor yes",
  "\n  ? k\n  : yes",
  "yes",
])("yaml11Booleans finds a word wherever it may stand: %j", (value) => {
  expect(yaml11Booleans(cluster(value)).map(({ source }) => source)).toEqual(["yes"]);
});

test("yaml11Booleans finds unquoted words, with their meaning", () => {
  expect(yaml11Booleans(spegel("{enabled: yes, helm_values: {a: Off, b: 'no', c: !!str on, d: y}}"))).toEqual(
    [
      {
        path: ["spec", "kublrAgentConfig", "cluster", "addon", "spegel", "enabled"],
        source: "yes",
        meaning: true,
        booleanExpected: true,
      },
      {
        path: ["spec", "kublrAgentConfig", "cluster", "addon", "spegel", "helm_values", "a"],
        source: "Off",
        meaning: false,
        booleanExpected: false,
      },
    ],
  );
});

describe("unknownKeys", () => {
  test.each([
    [spegel("{helmValues: {}}"), "helmValues -> helm_values"],
    [spegel("{enable: true}"), "enable -> enabled"],
    [cluster("{kublrAgentConfig: {extension: {}}}"), "extension -> extensions"],
    [cluster("{kublrAgentConfig: {extensions: {x: {contents: ''}}}}"), "contents -> content"],
    [cluster("{nodes: [{kublrAgentconfig: {}}]}"), "kublrAgentconfig -> kublrAgentConfig"],
    [cluster("{master: {minNodes: 1, min_nodes: 1}}"), "min_nodes -> minNodes (taken)"],
  ])("%#", (spec, expected) => {
    const found = unknownKeys(spec).map(
      ({ key, known, taken }) => `${key} -> ${known}${taken ? " (taken)" : ""}`,
    );
    expect(found).toEqual([expected]);
  });

  test.each([
    ["known keys", spegel("{enabled: true, helm_values: {}}")],
    ["names of extensions", cluster("{kublrAgentConfig: {extensions: {paths: {path: p}}}}")],
    ["keys that are far from all", cluster("{ssh: 1, kubernetes: {}, master: {labels: {}}}")],
    ["chart values", spegel("{helm_values: {enable: 1, helmValues: 2}}")],
  ])("does not mind %s", (_, spec) => {
    expect(unknownKeys(spec)).toEqual([]);
  });

  test("nearestKey", () => {
    expect(nearestKey("containerdMirroradd", ["resolveTags", "containerdMirrorAdd"])).toBe(
      "containerdMirrorAdd",
    );
    expect(nearestKey("reslovTags", ["resolveTags"])).toBeNull();
    expect(nearestKey("pth", ["path"])).toBeNull();
  });
});

test("no example has a type fault, a misspelt key or an ambiguous word", () => {
  const examples = new URL("../../../../examples/", import.meta.url);
  const names = readdirSync(examples).filter((name) => name.endsWith(".yaml"));
  expect(names.length).toBeGreaterThanOrEqual(8);
  for (const name of names) {
    const spec = parseSpec(readFileSync(new URL(name, examples), "utf8"));
    expect([name, spec.problems, checkTypes(spec), unknownKeys(spec), yaml11Booleans(spec)]).toEqual([
      name,
      [],
      [],
      [],
      [],
    ]);
  }
});
