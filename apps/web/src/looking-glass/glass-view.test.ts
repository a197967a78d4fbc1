import { expect, test } from "vitest";
import { chooseSide, readGlassView, startComparing, viewShowing, writeGlassView } from "./glass-view.js";

const query = (text: string) => new URLSearchParams(text);

test.each([
  ["", { shows: "files", compare: null }],
  ["glass=overview", { shows: "overview", compare: null }],
  ["glass=pull-path&compare=bootstrap", { shows: "pull-path", compare: "bootstrap" }],
  ["glass=__proto__&compare=x", { shows: "files", compare: null }],
])("the query %j", (text, state) => {
  expect(readGlassView(query(text))).toEqual(state);
});

test("a change is written, defaults are left out, the rest of the query stays", () => {
  const written = writeGlassView(query("glass=overview&role=master&image=a"), {
    shows: "files",
    compare: "running",
  });
  expect(written.toString()).toBe("role=master&image=a&compare=running");
  expect(writeGlassView(written, { compare: null }).toString()).toBe("role=master&image=a");
});

test.each([
  ["bootstrap", { compare: "bootstrap", phase: "running" }],
  ["running", { compare: "bootstrap", phase: "running" }],
  ["agent-rerun", { compare: "bootstrap", phase: "agent-rerun" }],
] as const)("comparing starts from %s", (phase, sides) => {
  expect(startComparing(phase)).toEqual(sides);
});

test.each([
  ["phase", "agent-rerun", { compare: "bootstrap", phase: "agent-rerun" }],
  ["phase", "bootstrap", { compare: "running", phase: "bootstrap" }],
  ["compare", "agent-rerun", { compare: "agent-rerun", phase: "running" }],
  ["compare", "running", { compare: "running", phase: "bootstrap" }],
] as const)("with %s set to %s no phase stands on both sides", (side, chosen, sides) => {
  expect(chooseSide({ compare: "bootstrap", phase: "running" }, side, chosen)).toEqual(sides);
});

test.each([
  [{ file: "a/hosts.toml" }, "pull-path", "files"],
  [{}, "pull-path", "pull-path"],
  [{}, "overview", "files"],
] as const)("%j is shown from %s by %s", (wanted, shown, view) => {
  expect(viewShowing(wanted, shown)).toBe(view);
});
