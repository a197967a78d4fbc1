/** 13 (syntaxfm/website#2179): no-break spaces, which come along when a text is copied from a page. */
import { describe, expect, test } from "vitest";
import { askPrograms, found, reported, textAt } from "./programs.js";

const programs = askPrograms();
const NBSP = "\u00a0";

test("13: the error stands at the line with the no-break spaces and names them", async () => {
  const spec = reported("13-no-break-space-as-indentation");
  const { valid, diagnostics } = await programs.validate(spec);
  const [place] = found(diagnostics, "spec/white-space");
  expect(valid).toBe(false);
  expect(place?.range.start.line).toBe(14);
  expect(place?.message).toContain("U+00A0 (no-break space)");
  expect(found(diagnostics, "spec/syntax")).toEqual([]);
  const fixed = await programs.fixed(spec, "spec/white-space", /blanks/);
  expect(fixed).toBe(spec.replaceAll(NBSP, " "));
  expect(found((await programs.validate(fixed)).diagnostics, "spec/white-space")).toEqual([]);
});

describe("13: further places and characters", () => {
  const spec = (line: string) =>
    `kind: Cluster\nspec:\n  kublrAgentConfig:\n    cluster:\n      addon:\n        spegel:\n          helm_values:\n            spegel:\n              ${line}\n`;
  test.each([
    ["after a colon", `containerdMirrorAdd:${NBSP}false`, NBSP, "U+00A0 (no-break space)"],
    ["at the end of a value", `containerdMirrorAdd: false${NBSP}`, NBSP, "U+00A0 (no-break space)"],
    ["an ideographic space", "containerdMirrorAdd:\u3000false", "\u3000", "U+3000 (ideographic space)"],
    ["an em space", "containerdMirrorAdd: false\u2003# off", "\u2003", "U+2003 (em space)"],
    ["a zero width space", "containerd\u200bMirrorAdd: false", "\u200b", "U+200B (zero width space)"],
  ])("%s", async (_, line, character, name) => {
    const text = spec(line);
    const { diagnostics } = await programs.validate(text);
    const [place, ...others] = found(diagnostics, "spec/white-space");
    expect(others).toEqual([]);
    expect(place?.message).toContain(name);
    expect(place && textAt(text, place.range)).toBe(character);
    expect(found(diagnostics, "spegel/value-type")).toEqual([]);
    const fixed = await programs.fixed(text, "spec/white-space", /Write a blank|Remove it/);
    expect(fixed).toMatch(/ containerdMirrorAdd: false ?(# off)?\n$/);
  });
});
