import { parseSpec } from "@lookinglass/cluster-spec";
import { readForms } from "@lookinglass/designer";
import { expect, test } from "vitest";
import { chartEntries, chartEntry, matches } from "./chart-entry.js";

const SPEC = `spec:
  kublrAgentConfig: {cluster: {addon: {spegel: {helm_values: {spegel: {logLevel: DEBUG}}}}}}
  master:
    kublrAgentConfig: {cluster: {addon: {spegel: {helm_values: {image: {tag: v1}}}}}}
`;

function cluster(release: string) {
  const { scopes, catalog } = readForms(parseSpec(SPEC), release);
  const [scope] = scopes;
  if (!scope) throw new Error("no cluster");
  return [catalog, scope] as const;
}

test("a renamed value is found under the name that the release has", () => {
  const names = ["spegel.prependExisting", "spegel.appendMirrors"];
  expect(chartEntry(...cluster("0.4.0"), ...names)?.value.path).toBe("spegel.prependExisting");
  expect(chartEntry(...cluster("0.0.30"), ...names)?.value.path).toBe("spegel.appendMirrors");
  expect(chartEntry(...cluster("0.0.3"), ...names)).toBeNull();
});

test("what nobody writes has the default, and a place to be written at", () => {
  expect(chartEntry(...cluster("0.4.0"), "spegel.resolveTags")?.field).toMatchObject({
    value: undefined,
    from: "default",
    path: ["spec", "kublrAgentConfig", "cluster", "addon", "spegel", "helm_values", "spegel", "resolveTags"],
  });
});

test("what is written comes first, here or by the masters", () => {
  const first = chartEntries(...cluster("0.4.0")).slice(0, 2);
  expect(first.map(({ value }) => value.path)).toEqual(["image.tag", "spegel.logLevel"]);
  expect(first[0]?.field.overruledBy).toEqual(["master"]);
});

test.each([
  ["", true],
  ["hostport", true],
  ["mirror service", true],
  ["service nothing", false],
])("searching %j", (search, found) => {
  const entry = chartEntry(...cluster("0.4.0"), "service.registry.hostPort");
  expect(entry && matches(entry, search)).toBe(found);
});
