/** 14 (elastic/filebeat#151): Go's YAML readers refuse a file with a control character, wherever it stands. */
import { describe, expect, test } from "vitest";
import { askPrograms, found, reported, textAt } from "./programs.js";

const programs = askPrograms();

test("14: an escape in a comment", async () => {
  const spec = reported("14-control-characters");
  const { valid, diagnostics } = await programs.validate(spec);
  const [place] = found(diagnostics, "spec/syntax");
  expect(valid).toBe(false);
  expect(place && textAt(spec, place.range)).toBe("\u001b");
  expect(place?.message).toContain("U+001B (escape)");
  const fixed = await programs.fixed(spec, "spec/syntax", /Remove it/);
  expect(fixed).toBe(spec.replace("\u001b", ""));
  expect((await programs.validate(fixed)).valid).toBe(true);
});

describe("14: further characters and places", () => {
  test.each([
    ["a form feed in a value", 'kind: Cluster\nmetadata: {name: "t1\f"}\nspec: {}\n', "U+000C (form feed)"],
    ["a null in a comment", "kind: Cluster # \0\nspec: {}\n", "U+0000 (null)"],
    ["a backspace behind a value", "kind: Cluster\b\nspec: {}\n", "U+0008 (backspace)"],
    ["delete in a key", "kind: Cluster\nspec: {a\u007f: 1}\n", "U+007F (delete)"],
    ["a C1 control in a block", "kind: Cluster\nspec:\n  a: |\n    x\u0090\n", "U+0090 (control character)"],
  ])("%s", async (_, spec, name) => {
    const { valid, diagnostics } = await programs.validate(spec);
    expect(valid).toBe(false);
    expect(found(diagnostics, "spec/syntax").map(({ message }) => message.startsWith(name))).toEqual([true]);
  });
});
