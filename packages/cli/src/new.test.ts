import { starters } from "@lookinglass/designer";
import { describe, expect, test } from "vitest";
import { run } from "./testing/run.js";

const IDS = starters.map(({ id }) => id);

test("the starters are those of the documentation", () => {
  expect(IDS).toEqual(["aws", "azure", "vsphere", "baremetal"]);
});

describe.each(starters)("new $id", ({ id, text }) => {
  test("prints the starter, in which validate finds nothing", async () => {
    const { exitCode, out, err } = await run(["new", id]);
    expect({ exitCode, out, err }).toEqual({ exitCode: 0, out: text, err: "" });
    const checked = await run(["validate", "--fail-on", "info", "-"], { stdin: out });
    expect(checked).toMatchObject({ exitCode: 0, out: "-: no problems\n" });
  });

  test("--name is the cluster's name, quoted where YAML needs it", async () => {
    const named = await run(["new", id, "--name", "plant-7"]);
    expect(named.out).toBe(text.replace("name: my-cluster", "name: plant-7"));
    const number = await run(["new", id, "--name", "1.30"]);
    expect(number.out).toMatch(/^ {2}name: (['"])1\.30\1$/m);
  });
});

test.each([
  ["an unknown one", ["new", "gcp"], `there is no starter gcp; there are ${IDS.join(", ")}`],
  ["another case", ["new", "AWS"], `there is no starter AWS; there are ${IDS.join(", ")}`],
  ["one that every object has", ["new", "toString"], "there is no starter toString; "],
  ["one that would drive a terminal", ["new", "\u001b[2J"], "there is no starter \\u{1b}[2J; "],
  ["a long one", ["new", "x".repeat(5000)], `there is no starter ${"x".repeat(60)}…; `],
  ["an empty name", ["new", "aws", "--name", ""], "the cluster's name is empty"],
  ["a name of blanks", ["new", "aws", "--name", "  "], "the cluster's name is empty"],
])("refused: %s", async (_what, args, message) => {
  const { exitCode, out, err } = await run(args);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  expect(err).toContain(`error: ${message}`);
  expect(err.length).toBeLessThan(300);
});

test("without a starter's name, and in the help, the starters are listed", async () => {
  const none = await run(["new"]);
  expect({ ...none, err: none.err.split("\n")[0] }).toEqual({
    exitCode: 2,
    out: "",
    err: "error: missing required argument 'STARTER'",
  });
  const { exitCode, out } = await run(["new", "--help"]);
  expect(exitCode).toBe(0);
  for (const { id, shows } of starters)
    expect(out).toMatch(new RegExp(`^ {2}${id} +${shows.slice(0, 20)}`, "m"));
});
