import { expect, test } from "vitest";
import { readView, writeView } from "./view-state.js";

const query = (text: string) => new URLSearchParams(text);

test("an empty query is the default view", () => {
  expect(readView(query(""))).toEqual({
    role: null,
    phase: "bootstrap",
    file: null,
    pane: "design",
    page: null,
    example: null,
  });
});

test.each([
  ["role=nodes/gpu", "role", "nodes/gpu"],
  ["phase=running", "phase", "running"],
  ["phase=nonsense", "phase", "bootstrap"],
  ["file=_default/hosts.toml", "file", "_default/hosts.toml"],
  ["view=glass", "pane", "glass"],
  ["view=nonsense", "pane", "design"],
  ["page=changes", "page", "changes"],
  ["page=nonsense", "page", null],
] as const)("%s", (text, field, value) => {
  expect(readView(query(text))[field]).toBe(value);
});

test("a change is written and read back, defaults stay out of the query, other parameters stay in it", () => {
  const written = writeView(query("phase=running&utm=x"), {
    phase: "bootstrap",
    role: "nodes/a&b",
    pane: "spec",
  });
  expect(readView(written)).toMatchObject({ phase: "bootstrap", role: "nodes/a&b", pane: "spec" });
  expect([...written.keys()].sort()).toEqual(["role", "utm", "view"]);
});
