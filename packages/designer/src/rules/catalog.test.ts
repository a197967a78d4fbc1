import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyze } from "../analyze.js";
import { example } from "../testing/marked-spec.js";
import { ruleCodes } from "./codes.js";
import { rules } from "./index.js";

describe("the catalog of codes", () => {
  it("has one rule for each code", () => {
    const inBoth = "a code of codes.ts without a rule in rules/index.ts, or a rule twice";
    expect(rules.map(({ code }) => code).sort(), inBoth).toEqual([...ruleCodes].sort());
  });

  /** describeRule itself asks for a case that fires. */
  it("has tests of each code, in the folder of its group", () => {
    const untested = ruleCodes.filter((code) => !testsOf(code).includes(`describeRule("${code}", {`));
    expect(untested, "rules of which no test says where they fire: see describeRule").toEqual([]);
  });
});

function testsOf(code: string): string {
  const [group] = code.split("/");
  const folder = new URL(`${group}/`, import.meta.url);
  const tests = readdirSync(folder).filter((file) => file.endsWith(".test.ts"));
  return tests.map((file) => readFileSync(new URL(file, folder), "utf8")).join("\n");
}

/** The codes of each example of the gallery under the default settings, in the order of the text. */
const examples: Readonly<Record<string, readonly string[]>> = {
  "01-disable-spegel.yaml": ["info spec/no-cluster", "info agent/version-unknown"],
  "02-registry-filters.yaml": [
    "info spec/no-cluster",
    "info agent/version-unknown",
    "warning spegel/value-misplaced",
    "warning spegel/filter-never-matches",
    "warning spegel/filter-never-matches",
  ],
  "03-unset-resources-with-null.yaml": ["info spec/no-cluster", "info agent/version-unknown"],
  "04-hosts-override-empty.yaml": [
    "info spec/no-cluster",
    "info agent/version-unknown",
    "info template/empty",
  ],
  "05-hosts-override-no-mirrors.yaml": [
    "info spec/no-cluster",
    "info agent/version-unknown",
    "warning spegel/mirror-add-overwrites",
    "info template/empty",
  ],
  "06-hosts-override-internal-mirror.yaml": [
    "info spec/no-cluster",
    "info agent/version-unknown",
    "warning spegel/mirror-add-overwrites",
    "info hosts/slow-fallback",
    "info hosts/ignored-key",
  ],
  "07-hosts-override-go-template.yaml": [
    "info spec/no-cluster",
    "info agent/version-unknown",
    "warning template/path-unknown",
  ],
  "08-mirror-add-off-with-overrides.yaml": [
    "info spec/no-cluster",
    "info agent/version-unknown",
    "info hosts/ignored-key",
    "info hosts/slow-fallback",
    "info hosts/ignored-key",
  ],
  "10-aws-two-groups.yaml": [],
  "11-vsphere-ha-group-overrides.yaml": [
    "info hosts/ignored-key",
    "info hosts/slow-fallback",
    "info hosts/ignored-key",
    "info hosts/slow-fallback",
  ],
  "12-air-gapped-internal-mirror.yaml": [
    "info hosts/server-no-fallback",
    "info hosts/ignored-key",
    "info hosts/server-no-fallback",
    "info hosts/ignored-key",
    "info hosts/server-no-fallback",
    "info hosts/ignored-key",
    "info hosts/ignored-key",
    "info hosts/slow-fallback",
  ],
  "13-cluster-with-secrets.yaml": ["warning spec/secret-document", "warning spec/secret-document"],
};

describe("the gallery's examples", () => {
  it("are all listed", () => {
    const files = readdirSync(new URL("../../../../examples", import.meta.url));
    expect(files.filter((file) => file.endsWith(".yaml"))).toEqual(Object.keys(examples));
  });

  it.each(Object.entries(examples))("%s", (file, expected) => {
    const { diagnostics } = analyze(example(file));
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected);
  });
});
