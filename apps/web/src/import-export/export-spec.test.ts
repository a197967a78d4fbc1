import { parseSpec } from "@lookinglass/cluster-spec";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ExportFormat, exportSpec } from "./export-spec.js";
import { listed, shortName } from "./listed.js";

const JSON_FORM: ExportFormat = { kind: "json" };
const CLUSTER: ExportFormat = { kind: "agent-config", scope: "cluster" };

describe("the kublrAgentConfig of one level", () => {
  const text = `kind: Cluster
spec:
  kublrAgentConfig:
    of: cluster
  master:
    kublrAgentConfig: {of: masters}
  nodes:
    - name: gpu
      kublrAgentConfig:
        of: gpu # closer
    - name: plain
    - name: empty
      kublrAgentConfig: null
`;
  const of = (scope: string) => exportSpec(text, { kind: "agent-config", scope });

  test.each([
    ["cluster", "kublrAgentConfig:\n  of: cluster\n", ["the masters", "group gpu"]],
    ["master", "kublrAgentConfig: {of: masters}\n", ["the whole cluster", "group gpu"]],
    ["nodes/gpu", "kublrAgentConfig:\n  of: gpu # closer\n", ["the whole cluster", "the masters"]],
  ])("%s", (scope, fragment, without) => {
    expect(of(scope)).toEqual({ ok: true, text: fragment, without });
  });

  test.each([
    [
      "nodes/plain",
      /^no kublrAgentConfig is written for group plain; there is one for the whole cluster, .*gpu\.$/,
    ],
    ["nodes/empty", /^no kublrAgentConfig is written for group empty;/],
    ["nodes/deleted", /not in the text any more/],
  ])("%s has none", (scope, reason) => {
    expect(of(scope)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  test("the names of many groups, and long ones, are no longer than a sentence", () => {
    const many = Array.from({ length: 60 }, (_, index) => shortName(`group ${index}${"x".repeat(100)}`));
    expect(listed(many)).toMatch(/ and 55 more$/);
    expect(listed(many).length).toBeLessThan(300);
    expect(listed(["a"])).toBe("a");
    expect(listed(["a", "b"])).toBe("a and b");
  });
});

test.each([
  [
    "comments, order, quoting and line ends stay",
    "kind: Cluster\r\nspec:\r\n  kublrAgentConfig: # why\r\n    # of the mirror\r\n    b: 'x'\r\n    a:\r\n      - 1\r\n  other: 1\r\n",
    "kublrAgentConfig: # why\r\n  # of the mirror\r\n  b: 'x'\r\n  a:\r\n    - 1\n",
  ],
  [
    "a text in it, and a comment at the margin",
    "spec:\n    kublrAgentConfig:\n        a: |\n            x\n              y\n# margin\n        b: 2\n",
    "kublrAgentConfig:\n    a: |\n        x\n          y\n# margin\n    b: 2\n",
  ],
  ["in flow style", "spec: {a: 1, kublrAgentConfig: {b: 2}}\n", "kublrAgentConfig: {b: 2}\n"],
  ["in JSON", '{"spec": {"kublrAgentConfig": {"b": 2}}}', '"kublrAgentConfig": {"b": 2}\n'],
  [
    "of several documents, the cluster's",
    "kind: Other\n---\nkind: Cluster\nspec:\n  kublrAgentConfig:\n    a: 1\n",
    "kublrAgentConfig:\n  a: 1\n",
  ],
  [
    "what an alias stands for is written out",
    "x: &x\n  a: 1\nkind: Cluster\nspec:\n  kublrAgentConfig:\n    b: *x\n",
    "kublrAgentConfig:\n  b:\n    a: 1\n",
  ],
])("kublrAgentConfig: %s", (_name, text, fragment) => {
  expect(exportSpec(text, CLUSTER)).toEqual({ ok: true, text: fragment, without: [] });
});

test("JSON is the cluster's data", () => {
  const text = "kind: Secret\n---\nkind: Cluster # c\nspec: {a: [1, 'ü']}\n";
  const exported = exportSpec(text, JSON_FORM);
  expect(exported).toEqual({
    ok: true,
    without: [],
    text: '{\n  "kind": "Cluster",\n  "spec": {\n    "a": [\n      1,\n      "ü"\n    ]\n  }\n}\n',
  });
  expect(parseSpec(exported.ok ? exported.text : "").documents[0]?.data).toEqual(
    parseSpec(text).documents[1]?.data,
  );
});

test.each([
  ["beyond what a double holds", "9007199254740993", "9007199254740993"],
  ["with a fraction of many digits", "0.30000000000000000001", "0.30000000000000000001"],
  ["with trailing zeros", "1.10", "1.10"],
  ["in base 16", "0x20000000000001", "9007199254740993"],
  ["in a form that JSON has not", "+1", "1"],
  ["that JSON cannot tell", ".inf", "null"],
])("JSON keeps a number %s", (_name, written, json) => {
  const text = `kind: Cluster\nspec: {a: &a ${written}, b: *a, c: [${written}]}\n`;
  const exported = exportSpec(text, JSON_FORM);
  expect(exported.ok && exported.text.match(/"[ab]": .*|^ {6}.*/gm)).toEqual([
    `"a": ${json},`,
    `"b": ${json},`,
    `      ${json}`,
  ]);
});

test("JSON of any data is what JSON.stringify writes", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (spec) => {
      const text = JSON.stringify({ kind: "Cluster", spec });
      const exported = exportSpec(text, JSON_FORM);
      expect(exported.ok && JSON.parse(exported.text)).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  ["does not parse", "kind: Cluster\nspec: {", JSON_FORM, /does not parse/],
  ["holds no cluster", "kind: Other\n", JSON_FORM, /no cluster/],
  ["has no such configuration", "kind: Cluster\nspec: {}\n", CLUSTER, /no kublrAgentConfig/],
] as const)("refused with a reason: a text that %s", (_name, text, format, reason) => {
  expect(exportSpec(text, format)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
});
