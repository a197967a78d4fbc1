import { parseSpec } from "@lookinglass/cluster-spec";
import fc from "fast-check";
import { expect, test } from "vitest";
import { exportSpec } from "./export-spec.js";

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
  expect(exportSpec(text, "agent-config")).toEqual({ ok: true, text: fragment });
});

test("JSON is the cluster's data", () => {
  const text = "kind: Secret\n---\nkind: Cluster # c\nspec: {a: [1, 'ü']}\n";
  const exported = exportSpec(text, "json");
  expect(exported).toEqual({
    ok: true,
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
  const exported = exportSpec(text, "json");
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
      const exported = exportSpec(text, "json");
      expect(exported.ok && JSON.parse(exported.text)).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  ["does not parse", "kind: Cluster\nspec: {", "json", /does not parse/],
  ["holds no cluster", "kind: Other\n", "json", /no cluster/],
  ["has no such configuration", "kind: Cluster\nspec: {}\n", "agent-config", /no kublrAgentConfig/],
] as const)("refused with a reason: a text that %s", (_name, text, format, reason) => {
  expect(exportSpec(text, format)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
});
