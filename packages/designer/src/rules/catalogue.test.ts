import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyze } from "../analyze.js";
import { example } from "../testing/marked-spec.js";
import type { RuleCode } from "./codes.js";
import { rules } from "./index.js";

/** Every code, once; a missing or an extra one does not compile. */
const catalogue: Readonly<Record<RuleCode, true>> = {
  "spec/syntax": true,
  "spec/no-cluster": true,
  "spec/many-clusters": true,
  "spec/secret-document": true,
  "spec/type": true,
  "spec/yaml11-boolean": true,
  "spec/duplicate-key": true,
  "spec/unknown-key": true,
  "spec/null-dropped": true,
  "spec/helm-values-string": true,
  "spec/helm-values-invalid": true,
  "agent/too-old": true,
  "agent/version-unknown": true,
  "spegel/mirror-add-overwrites": true,
  "spegel/backup-only-once": true,
  "spegel/prepend-partial": true,
  "spegel/prepend-duplicate": true,
  "spegel/auth-leak": true,
  "spegel/ipv6-node": true,
  "spegel/partial-disable": true,
  "spegel/runtime": true,
  "spegel/values-ignored": true,
  "spegel/value-misplaced": true,
  "spegel/value-unknown": true,
  "spegel/value-type": true,
  "spegel/filter-invalid": true,
  "spegel/filter-never-matches": true,
  "spegel/filter-loose": true,
  "spegel/filter-everything": true,
  "spegel/registry-url": true,
  "spegel/port-changed": true,
  "spegel/config-path": true,
  "spegel/resolve-tags": true,
  "template/path-unknown": true,
  "template/path-collision": true,
  "template/parse": true,
  "template/exec": true,
  "template/no-value": true,
  "template/unknown-function": true,
  "template/empty": true,
  "hosts/toml": true,
  "hosts/rejected": true,
  "hosts/ignored-key": true,
  "hosts/invisible-host": true,
  "hosts/duplicate-host": true,
  "hosts/no-capability": true,
  "hosts/url": true,
  "hosts/server-misplaced": true,
  "hosts/host-repeated": true,
  "hosts/server-only": true,
  "hosts/no-scheme-http-prefix": true,
  "hosts/slow-fallback": true,
  "hosts/path-mirror": true,
  "hosts/secret": true,
  "hosts/cert-missing": true,
  "hosts/server-no-fallback": true,
  "hosts/dockerhub": true,
  "hosts/shadows-default": true,
  "hosts/plain-http": true,
  "hosts/skip-verify": true,
};

describe("the catalogue of codes", () => {
  it("has one rule for each code", () => {
    expect(rules.map(({ code }) => code).sort()).toEqual(Object.keys(catalogue).sort());
  });

  /** describeRule itself asks for a case that fires. */
  it("has tests of each code", () => {
    const folder = new URL(".", import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const tests = files.filter((file) => file.endsWith(".test.ts"));
    const texts = tests.map((file) => readFileSync(new URL(file, folder), "utf8")).join("\n");
    const untested = Object.keys(catalogue).filter((code) => !texts.includes(`describeRule("${code}", {`));
    expect(untested).toEqual([]);
  });
});

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
    "warning spegel/mirror-add-overwrites",
    "warning template/path-unknown",
    "info hosts/ignored-key",
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
