/** 03 (aws/eks-anywhere#9184): a version without quotes is a number; what stands there is what was meant. */
import { describe, expect, test } from "vitest";
import { askPrograms, found, reported } from "./programs.js";

const programs = askPrograms();

test("03: the fix writes 1.30, and nothing follows from it", async () => {
  const spec = reported("03-version-1.30-fix-writes-1.3");
  const fixed = await programs.fixed(spec, "spec/type", /Write "1\.30"/);
  expect(fixed).toBe(spec.replace("kublrVersion: 1.30", "kublrVersion: '1.30'"));
  const { diagnostics } = await programs.validate(fixed);
  expect(found(diagnostics, "spec/type")).toEqual([]);
  expect(found(diagnostics, "agent/too-old")).toEqual([]);
});

describe("03: further numbers that are text", () => {
  const spec = (lines: string) => `kind: Cluster\n${lines}`;
  test.each([
    ["1.30", "spec: {kublrAgentRef: 1.30}\n"],
    ["007", "metadata: {name: 007}\nspec: {}\n"],
    ["1e3", "spec: {nodes: [{name: 1e3}]}\n"],
    ["12345678901234567890", "metadata: {name: 12345678901234567890}\nspec: {}\n"],
    ["0x1F", "spec: {nodes: [{name: 0x1F}]}\n"],
  ])("%s", async (source, lines) => {
    const fixed = await programs.fixed(spec(lines), "spec/type", /Write "/);
    expect(fixed).toBe(spec(lines).replace(source, `'${source}'`));
  });

  test("an agent's version is read as it stands there", async () => {
    const { diagnostics } = await programs.validate(
      spec("metadata: {name: a}\nspec: {kublrAgentRef: 1.30}\n"),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(["spec/type"]);
  });
});
