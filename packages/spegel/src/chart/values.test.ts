import { describe, expect, it } from "vitest";
import data from "../../conformance/spegel-chart-values.json" with { type: "json" };
import { chartReleases, compareReleases } from "../releases.js";
import { chartValues, findChartValue } from "./values.js";

describe("chartValues", () => {
  it("knows the releases of the chart", () => {
    expect(chartReleases).toEqual(data.versions);
  });

  it.each(data.versions)("lists what values.yaml of %s lists, with its defaults", (version) => {
    const expected = data.values
      .filter((value) => isBetween(version, value.since, value.until))
      .map((value) => {
        const held = value.defaults.filter((entry) => compareReleases(entry.from, version) <= 0);
        const unused = "unusedByTemplates" in value ? value.unusedByTemplates : undefined;
        return {
          path: value.path,
          type: value.type,
          default: held[held.length - 1]?.value,
          since: value.since,
          until: value.until,
          renamedTo: value.renamedTo,
          renamedFrom: value.renamedFrom,
          isUsed: unused === undefined || !isBetween(version, unused.from, unused.until),
        };
      });
    // A note is our word, not the chart's.
    expect(chartValues(version).map(({ note, ...listed }) => listed)).toEqual(expected);
  });
});

describe("a renamed value", () => {
  const section = (path: string) => path.slice(0, path.lastIndexOf("."));
  const renamed = data.values.flatMap(({ path, renamedTo }) =>
    renamedTo ? [[path, renamedTo] as const] : [],
  );

  it.each(renamed)("%s stays in its section as %s", (from, to) => {
    expect(section(to)).toBe(section(from));
  });
});

describe("findChartValue", () => {
  it.each([
    [
      "spegel.mirroredRegistries",
      "0.4.0",
      { kind: "present", value: { type: "array<string>", default: [] } },
    ],
    ["spegel.registryFilters", "0.3.0", { kind: "later", value: { since: "0.4.0" } }],
    [
      "spegel.appendMirrors",
      "0.4.0",
      { kind: "gone", value: { until: "0.0.30", renamedTo: "spegel.prependExisting" } },
    ],
    ["spegel.resolveLatestTag", "0.7.4", { kind: "gone", value: { until: "0.5.1", renamedTo: null } }],
    ["spegel.mirroredRegistries", "0.0.30", { kind: "later", value: { renamedFrom: "spegel.registries" } }],
    ["registryFilters", "0.4.0", { kind: "unknown", elsewhere: ["spegel.registryFilters"] }],
    ["no.such.value", "0.4.0", { kind: "unknown", elsewhere: [] }],
    ["nodeSelector.kubernetes.io/os", "0.4.0", { kind: "present", value: { path: "nodeSelector" } }],
    ["service.registry", "0.4.0", { kind: "section", path: "service.registry" }],
    ["__proto__", "0.4.0", { kind: "unknown", elsewhere: [] }],
  ])("%s in %s", (path, version, expected) => {
    expect(findChartValue(path, version)).toMatchObject(expected);
  });
});

function isBetween(version: string, from: string, until: string | null): boolean {
  return compareReleases(version, from) >= 0 && (until === null || compareReleases(version, until) <= 0);
}
