import { describe, expect, test } from "vitest";
import { example, run } from "./testing/run.js";

const SLIPS = example("02-registry-filters.yaml");
const GOOD = example("10-aws-two-groups.yaml");
const BROKEN = "kind: Cluster\nspec: {";

describe("exit codes", () => {
  test.each([
    ["a good spec", ["validate", GOOD], 0],
    ["warnings", ["validate", SLIPS], 0],
    ["warnings that are told to count", ["validate", "--fail-on", "warning", SLIPS], 1],
    ["an error", ["validate", "-"], 1],
    ["one file of several with an error", ["validate", GOOD, "-"], 1],
    ["a file that is not there", ["validate", "nowhere.yaml"], 2],
    ["no file", ["validate"], 2],
    ["an unknown option", ["validate", "--strict", GOOD], 2],
    ["an unknown severity", ["validate", "--fail-on", "hint", GOOD], 2],
    ["an unknown command", ["verify", GOOD], 2],
    ["help", ["validate", "--help"], 0],
  ])("%s", async (_name, args, exitCode) => {
    expect(await run(args, { stdin: BROKEN })).toMatchObject({ exitCode });
  });
});

test("text shows the place, what happens, why, and the fix", async () => {
  const { out, err } = await run(["validate", SLIPS]);
  expect(err).toBe("");
  expect(out).toContain(`warning spegel/value-misplaced ${SLIPS}:7:13
  7 │             registryFilters:
    │             ^^^^^^^^^^^^^^^
  The chart does not read registryFilters: it has no effect.`);
  expect(out).toContain("  fix: Move it to spegel.registryFilters\n");
  expect(out.trimEnd().split("\n").at(-1)).toBe(`${SLIPS}: 3 warnings, 2 infos`);
});

test("text names the first places and files of what holds at many, and counts the rest; JSON has them all", async () => {
  const hosts = (index: number) =>
    `      r${index}: {path: templates/root_dir/etc/containerd/certs.d/r${index}.example/hosts.toml, content: "[host.'https://m']"}\n`;
  const extensions = Array.from({ length: 40 }, (_, index) => hosts(index)).join("");
  const stdin = `kind: Cluster\nspec:\n  kublrAgentConfig:\n    extensions:\n${extensions}`;
  const { out } = await run(["validate", "-"], { stdin });
  expect(out).toContain("  40 files on master and default are set aside when Spegel starts;");
  expect(out).toContain("  - r0.example/hosts.toml\n");
  expect(out).toContain("  - r12.example/hosts.toml\n  and 35 more\n");
  expect(out).toMatch(/ {2}at -:5:\d+: While https:\/\/m of r0\.example\/hosts\.toml is unreachable/);
  expect(out).toMatch(/ {2}at -:9:[^\n]*\n {2}and 35 more\n/);
  const json = JSON.parse((await run(["validate", "--format", "json", "-"], { stdin })).out);
  const of = (code: string) => json.diagnostics.find((found: { code: string }) => found.code === code);
  expect(of("spegel/mirror-add-overwrites").items).toHaveLength(40);
  expect(of("hosts/slow-fallback").places).toHaveLength(40);
});

test("JSON is the API's answer, and each diagnostic names its file", async () => {
  const { out } = await run(["validate", "--format", "json", GOOD, "-"], { stdin: BROKEN });
  const answer = JSON.parse(out);
  expect(answer.valid).toBe(false);
  expect(answer.diagnostics).toContainEqual(
    expect.objectContaining({ file: "-", code: "spec/syntax", severity: "error" }),
  );
});

test("SARIF has one result for each diagnostic, in its file", async () => {
  const { out } = await run(["validate", "--format", "sarif", SLIPS]);
  const [sarifRun] = JSON.parse(out).runs;
  expect(sarifRun.results).toHaveLength(5);
  expect(sarifRun.results[2]).toMatchObject({
    ruleId: "spegel/value-misplaced",
    locations: [
      { physicalLocation: { artifactLocation: { uri: SLIPS }, region: { startLine: 7, startColumn: 13 } } },
    ],
  });
});

describe("a spec cannot drive the terminal", () => {
  const hostile = 'kind: Cluster\nspec:\n  kublrAgentConfig: "\\e]0;x\\a\u001b[31m\u202e"\n';

  test("its control characters are written out", async () => {
    const { out } = await run(["validate", "-"], { stdin: hostile });
    expect(out).toContain("\\u{1b}[31m\\u{202e}");
    expect(out).not.toContain("\u001b");
    expect(out).not.toContain("\u202e");
  });

  test("colours are for a person's terminal only", async () => {
    const coloured = async (surroundings: Parameters<typeof run>[1]) =>
      (await run(["validate", SLIPS], surroundings)).out.includes("\u001b[");
    expect(await coloured({ isTTY: true })).toBe(true);
    expect(await coloured({ isTTY: true, env: { NO_COLOR: "1" } })).toBe(false);
    expect(await coloured({ isTTY: false })).toBe(false);
  });
});
