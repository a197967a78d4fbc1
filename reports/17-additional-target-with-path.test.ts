import { describe, expect, test } from "vitest";
import { askPrograms, found, reported } from "./programs.js";

const programs = askPrograms();
const settings = { spegelVersion: "0.7.4" };

const withValues = (spegel: string) =>
  `kind: Cluster\nmetadata: {name: c}\nspec:\n  kublrAgentConfig:\n    cluster: {addon: {spegel: {helm_values: {spegel: ${spegel}}}}}\n`;

describe("17 (spegel-org/spegel#1328): a mirror target with a path", () => {
  test("is an error with what to do instead, and no fix drops the path", async () => {
    const { valid, diagnostics } = await programs.validate(
      reported("17-additional-target-with-path"),
      settings,
    );
    expect(valid).toBe(false);
    const [only, ...more] = found(diagnostics, "spegel/registry-url");
    expect(more).toEqual([]);
    expect(only?.message).toContain("invalid registry url path has to be empty");
    expect(only?.message).toMatch(
      /hosts\.toml with override_path.*prependExisting.*containerdMirrorAdd: false/,
    );
    expect(only?.fixes).toEqual([]);
  });

  test("entries that are maps are named", async () => {
    const spec = withValues(
      "{additionalMirrorTargets: [{url: 'https://m.example.com', overridePath: true}]}",
    );
    const { diagnostics } = await programs.validate(spec, settings);
    expect(found(diagnostics, "spegel/value-type").map(({ message }) => message)).toEqual([
      "spegel.additionalMirrorTargets must be a list of texts, but this is a list whose entry 1 is a map.",
    ]);
  });

  test.each([
    [
      "{mirroredRegistries: ['https://docker.io', 5]}",
      "spegel.mirroredRegistries must be a list of texts, but this is a list whose entry 2 is a number.",
    ],
    [
      "{registryFilters: [a, [b]]}",
      "spegel.registryFilters must be a list of texts, but this is a list whose entry 2 is a list.",
    ],
  ])("of the same kind: %s", async (values, message) => {
    const { diagnostics } = await programs.validate(withValues(values), settings);
    expect(found(diagnostics, "spegel/value-type").map((one) => one.message)).toEqual([message]);
  });

  test.each([
    ["{mirroredRegistries: ['https://quay.io/team']}", ["Write https://quay.io, without /team"]],
    ["{mirroredRegistries: ['https://u:p@quay.io']}", ["Write https://quay.io, without its user"]],
    ["{mirroredRegistries: ['https://quay.io?a=b']}", ["Write https://quay.io, without ?a=b"]],
    ["{additionalMirrorTargets: ['https://m.example.com/v2']}", []],
    ["{additionalMirrorTargets: ['https://m.example.com/']}", ["Write https://m.example.com"]],
    ["{mirroredRegistries: [quay.io]}", ["Write https://quay.io"]],
  ])("a fix says what it gives up: %s", async (values, titles) => {
    const { diagnostics } = await programs.validate(withValues(values), settings);
    const fixes = found(diagnostics, "spegel/registry-url").flatMap((one) => one.fixes);
    expect(fixes.map(({ title }) => title)).toEqual(titles);
  });
});

describe("IPv6 addresses without brackets", () => {
  test.each([
    ["2.3.4", "http://fd00::7:30020", 1],
    ["2.2.0", "http://fd00::7:30020", 0],
    ["2.2.0", "http://fd00::10", 1],
    ["2.3.4", "http://[fd00::7]:30020", 0],
    ["1.7.24", "http://[fd00::7]:30020", 1],
  ])("containerd %s, target %s: %i", async (containerdVersion, target, count) => {
    const spec = withValues(`{additionalMirrorTargets: ['${target}']}`);
    const { diagnostics } = await programs.validate(spec, { ...settings, containerdVersion });
    expect(found(diagnostics, "spegel/ipv6-target")).toHaveLength(count);
  });
});
