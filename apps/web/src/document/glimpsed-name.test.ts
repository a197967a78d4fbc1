import { expect, test } from "vitest";
import { glimpsedName } from "./glimpsed-name.js";

test.each([
  ["kind: Cluster\nmetadata:\n  name: shop-1\nspec: {}\n", "shop-1"],
  ["metadata:\n  labels:\n    a: b\n  name: 'quoted'\n", "quoted"],
  ["kind: Cluster\r\nmetadata:\r\n  name: windows\r\n", "windows"],
  ["kind: Cluster\nmetadata: {name: flow}\n", "flow"],
  ['{"kind": "Cluster", "metadata": {"name": "json"}}', "json"],
  ["kind: Secret\nmetadata:\n  name: token\n---\nkind: Cluster\nmetadata:\n  name: shop\n", "shop"],
  ["spec: {}\n", null],
  ["metadata:\nspec:\n  name: other\n", null],
])("%j is called %s", (text, name) => {
  expect(glimpsedName(text)).toBe(name);
});

test("a long text without a name is looked through once", () => {
  // With a way to read the white space of each line twice this would never end.
  const lines = "    key:    value\n".repeat(10_000);
  expect(glimpsedName(`metadata:\n${lines}`)).toBe(null);
});
