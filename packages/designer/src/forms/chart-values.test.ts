import { readdirSync, readFileSync } from "node:fs";
import { editSpec, locate, parseSpec, toPosition } from "@lookinglass/cluster-spec";
import { type ChartValueType, chartReleases, chartValues } from "@lookinglass/spegel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { helmValues, spegelValues } from "../testing/specs.js";
import { formEdits } from "./form-edits.js";
import type { ChartChange, ChartForm, ChartValueField } from "./model.js";
import { readForms } from "./read-forms.js";
import { readYaml } from "./yaml-text.js";

const EXAMPLES = new URL("../../../../examples/", import.meta.url);

function chart(text: string, scope = "cluster", version?: string): ChartForm {
  const found = readForms(parseSpec(text), version).scopes.find(({ id }) => id === scope)?.chart;
  if (!found) throw new Error(`no chart values at ${scope}`);
  return found;
}

function field(text: string, path: string, scope?: string, version?: string): ChartValueField | undefined {
  return chart(text, scope, version).values.find(({ keys }) => keys.join(".") === path);
}

function change(text: string, wanted: ChartChange, scope = "cluster"): string {
  const edited = editSpec(text, formEdits(parseSpec(text), { ...wanted, scope }));
  expect(edited.refused).toBeUndefined();
  return edited.text;
}

const set = (path: string, value: unknown): ChartChange => ({
  kind: "set-chart-value",
  keys: path.split("."),
  value,
});
const unset = (path: string): ChartChange => ({ kind: "unset-chart-value", keys: path.split(".") });

const MASTERS_TOO = `kind: Cluster
spec:
  master:
    kublrAgentConfig:
      cluster: { addon: { spegel: { helm_values: { spegel: { resolveTags: false } } } } }
  nodes:
    - name: web
  kublrAgentConfig:
    cluster:
      addon:
        spegel:
          helm_values:
            # ours
            spegel:
              resolveTags: true # tags move
              mirroredRegistries: [https://quay.io]
            resources:
              limits: {memory: 256Mi}
`;

const IN_STRING = helmValues(`
            |
            # unset
            resources:
              limits: null # no limit
            spegel:
              mirroredRegistries:
                - https://quay.io
`).replace("helm_values:\n            |", "helm_values: |");

describe("reading chart values", () => {
  test("only what is written, with where it comes from and who overrules it", () => {
    expect(chart(MASTERS_TOO).values.map(({ keys, from, value }) => [keys.join("."), from, value])).toEqual([
      ["resources", "here", { limits: { memory: "256Mi" } }],
      ["spegel.resolveTags", "here", true],
      ["spegel.mirroredRegistries", "here", ["https://quay.io"]],
      ["resources.limits.memory", "here", "256Mi"],
    ]);
    expect(field(MASTERS_TOO, "spegel.resolveTags")).toMatchObject({ overruledBy: ["master"] });
    expect(field(MASTERS_TOO, "resources")?.text).toBe("limits:\n  memory: 256Mi");
  });

  test("a group's own value falls back to the cluster's", () => {
    expect(field(MASTERS_TOO, "spegel.resolveTags", "master")).toMatchObject({
      value: false,
      from: "here",
      fallback: "cluster",
    });
    expect(field(MASTERS_TOO, "spegel.mirroredRegistries", "master")).toMatchObject({ from: "cluster" });
    expect(field(MASTERS_TOO, "spegel.resolveTags")).toMatchObject({ fallback: "default" });
  });

  test("the chart reads nothing of a worker group", () => {
    const web = readForms(parseSpec(MASTERS_TOO)).scopes.find(({ id }) => id === "nodes/web");
    expect(web?.chart).toBeNull();
  });

  test("null inside a string takes the default away, of what lies below it too", () => {
    expect(field(IN_STRING, "resources.limits.memory")).toMatchObject({ value: null, from: "here" });
    expect(field(IN_STRING, "resources.requests.memory")).toBeUndefined();
  });

  test("values inside a string have their place in the text", () => {
    const found = field(IN_STRING, "spegel.mirroredRegistries");
    const line = IN_STRING.split("\n").findIndex((text) => text.includes("mirroredRegistries")) + 1;
    expect(found?.range?.start.line).toBe(line);
    expect(found?.itemRanges).toMatchObject([{ start: { line: line + 1 } }]);
  });

  test("a string of the masters stands alone", () => {
    const text = MASTERS_TOO.replace("{ spegel: { resolveTags: false } }", "'spegel: {resolveTags: false}'");
    expect(field(text, "spegel.mirroredRegistries")).toMatchObject({ overruledBy: ["master"] });
    expect(field(text, "spegel.mirroredRegistries", "master")).toBeUndefined();
    expect(field(text, "spegel.resolveTags", "master")).toMatchObject({ fallback: "default" });
  });

  test.each(chartReleases)("the catalog of %s offers its values with their defaults as YAML", (release) => {
    const { catalog } = readForms(parseSpec("spec: {}"), release);
    expect(catalog.values.map(({ path }) => path)).toEqual(chartValues(release).map(({ path }) => path));
    for (const value of catalog.values) {
      expect(readYaml(value.defaultText, value.type)).toEqual({ ok: true, value: value.default });
    }
  });

  test("what decides which images are served is what the chart passes on", () => {
    expect(
      chart(spegelValues("registryFilters: [a]", "mirroredRegistries: [https://quay.io]")).serving,
    ).toEqual({
      registryFilters: ["a"],
      mirroredRegistries: ["https://quay.io"],
      resolveLatestTag: true,
    });
  });
});

describe("what the release does not read", () => {
  test.each([
    [
      "0.4.0",
      spegelValues("appendMirrors: true"),
      "Chart 0.0.30 was the last with it; chart 0.4.0 ignores it. There it is `spegel.prependExisting`.",
      "spegel.prependExisting",
    ],
    [
      "0.4.0",
      spegelValues("extraMirrorRegistries: []"),
      "Chart 0.0.16 was the last with it; chart 0.4.0 ignores it. There it is `spegel.additionalMirrorTargets`.",
      "spegel.additionalMirrorTargets",
    ],
    [
      "0.0.30",
      spegelValues("prependExisting: true"),
      "It came with chart 0.1.0; chart 0.0.30 ignores it. There it is `spegel.appendMirrors`.",
      "spegel.appendMirrors",
    ],
    [
      "0.4.0",
      spegelValues("persistence: {enabled: true}"),
      "It came with chart 0.7.0; chart 0.4.0 ignores it.",
      null,
    ],
    [
      "0.4.0",
      spegelValues("appendMirrors: true", "prependExisting: false"),
      "Chart 0.0.30 was the last with it; chart 0.4.0 ignores it. There it is `spegel.prependExisting`.",
      null,
    ],
    [
      "0.4.0",
      helmValues("\n            registryFilters: [a]\n"),
      "The chart does not read this: it reads `spegel.registryFilters`.",
      "spegel.registryFilters",
    ],
    [
      "0.4.0",
      spegelValues("resolvetags: true"),
      "The chart does not read this: it reads `spegel.resolveTags`.",
      "spegel.resolveTags",
    ],
    ["0.4.0", spegelValues("whatever: true"), "No release of the chart has this: it has no effect.", null],
    ["0.4.0", helmValues("\n            service: 5\n"), "This has to be a map.", null],
  ])("%s", (version, text, message, moveTo) => {
    const strays = chart(text, "cluster", version).strays;
    expect(strays).toMatchObject([{ message, moveTo: moveTo?.split(".") ?? null, from: "here" }]);
  });

  test("is silent on what the release has", () => {
    expect(chart(MASTERS_TOO).strays).toEqual([]);
    expect(chart("spec: {}").strays).toEqual([]);
  });

  test("is moved where the release reads it", () => {
    const move = (keys: string[], to: string[]): ChartChange => ({ kind: "move-chart-value", keys, to });
    const renamed = change(
      spegelValues("appendMirrors: true # why"),
      move(["spegel", "appendMirrors"], ["spegel", "prependExisting"]),
    );
    expect(renamed).toBe(spegelValues("prependExisting: true # why"));
    const moved = change(
      helmValues("\n            registryFilters:\n              - a # why\n"),
      move(["registryFilters"], ["spegel", "registryFilters"]),
    );
    expect(field(moved, "spegel.registryFilters")?.value).toEqual(["a"]);
    expect(moved).toContain("- a # why\n");
  });

  test("is not moved onto something else", () => {
    const text = spegelValues("appendMirrors: true", "prependExisting: false");
    const to = ["spegel", "prependExisting"];
    expect(change(text, { kind: "move-chart-value", keys: ["spegel", "appendMirrors"], to })).toBe(text);
  });
});

describe("changing chart values", () => {
  test.each([
    ["takes the maps along that it alone was in", "spec: {}\n", "spegel.resolveTags", false],
    ["leaves the map that holds others", spegelValues("logLevel: DEBUG"), "spegel.resolveTags", false],
    ["a map three deep", spegelValues("logLevel: DEBUG"), "resources.limits.memory", "1Gi"],
    ["a list of maps", spegelValues("logLevel: DEBUG"), "tolerations", [{ operator: "Exists" }]],
    ["inside a string", IN_STRING, "image.tag", "v1"],
    ["below a null inside a string", IN_STRING, "spegel.resolveTags", true],
  ])("set and taken back, the text is as it was: %s", (_name, text, path, value) => {
    const after = change(text, set(path, value));
    expect(field(after, path)).toMatchObject({ value, from: "here" });
    expect(change(after, unset(path))).toBe(text);
  });

  test("a map with a comment of the user's stays, though it holds nothing", () => {
    const text = MASTERS_TOO.replace("              mirroredRegistries: [https://quay.io]\n", "");
    const after = change(text, unset("spegel.resolveTags"));
    expect(after).toContain("          helm_values:\n            # ours\n");
    expect(field(after, "spegel.resolveTags")).toMatchObject({ from: "default" });
  });

  test("a null inside a string is written and taken back", () => {
    const after = change(IN_STRING, set("resources.requests", null));
    expect(field(after, "resources.requests.cpu")).toMatchObject({ value: null, from: "here" });
    expect(field(change(after, unset("resources.requests.cpu")), "resources.requests.cpu")).toBeUndefined();
  });

  test("the last value of a string takes the string along", () => {
    const text = helmValues(" |\n            image: {tag: v1}\n");
    expect(change(text, unset("image.tag"))).toBe("kind: Cluster\nmetadata: {name: c}\nspec: {}\n");
  });

  test("an inherited value is not taken away", () => {
    expect(change(MASTERS_TOO, unset("spegel.mirroredRegistries"), "master")).toBe(MASTERS_TOO);
    const own = change(MASTERS_TOO, unset("spegel.resolveTags"), "master");
    expect(field(own, "spegel.resolveTags", "master")).toMatchObject({ value: true, from: "cluster" });
  });

  test("a group's helm_values are taken away as a whole", () => {
    const text = editSpec(
      MASTERS_TOO,
      formEdits(parseSpec(MASTERS_TOO), { kind: "remove-helm-values", scope: "master" }),
    ).text;
    expect(field(text, "spegel.resolveTags", "master")).toMatchObject({ from: "cluster" });
  });
});

describe("changing a list", () => {
  const list = (
    path: string,
    change: Extract<ChartChange, { kind: "change-list" }>["change"],
    initial: string[] = [],
  ): ChartChange => ({
    kind: "change-list",
    keys: path.split("."),
    initial,
    change,
  });
  const registries = (text: string, scope?: string) => field(text, "spegel.mirroredRegistries", scope);

  test("a list that only the chart has is written whole", () => {
    const after = change(
      "spec: {}\n",
      list("spegel.mirroredRegistries", { kind: "add", value: "c" }, ["a", "b"]),
    );
    expect(registries(after)?.value).toEqual(["a", "b", "c"]);
  });

  test("an item that moves takes its comments along", () => {
    const lines = (...items: string[]) =>
      spegelValues("registryFilters:", ...items.map((item) => `  ${item}`), "resolveTags: false");
    const [latest, hub] = [["- ':latest$' # moves"], ["# ours", "- ^docker\\.io/"]];
    const move = list("spegel.registryFilters", { kind: "move", from: 1, to: 0 });
    expect(change(lines(...latest, ...hub), move)).toBe(lines(...hub, ...latest));
  });

  test("the last item takes the list along, unless another list would then be in force", () => {
    const removal = list("spegel.mirroredRegistries", { kind: "remove", index: 0 });
    expect(registries(change(MASTERS_TOO, removal))).toBeUndefined();
    const own = change(
      MASTERS_TOO,
      list("spegel.mirroredRegistries", { kind: "set", index: 0, value: "b" }),
      "master",
    );
    expect(registries(own, "master")?.value).toEqual(["b"]);
    expect(registries(change(own, removal, "master"), "master")?.value).toEqual([]);
    const withDefault = list("spegel.mirroredRegistries", { kind: "remove", index: 0 }, ["x"]);
    expect(registries(change(MASTERS_TOO, withDefault))?.value).toEqual([]);
  });
});

describe("YAML as typed", () => {
  test.each<[string, ChartValueType, unknown]>([
    ["a: 1", "object", { a: 1 }],
    ["- {key: x}", "array<object>", [{ key: "x" }]],
    ["[a, b]", "array<string>", ["a", "b"]],
  ])("%s", (text, type, value) => expect(readYaml(text, type)).toEqual({ ok: true, value }));

  test.each<[string, ChartValueType, RegExp]>([
    ["a: [", "object", /^This is not YAML/],
    ["a: 1\na: 2", "object", /^This is not YAML/],
    ["", "object", /has to be a map/],
    ["- a", "object", /has to be a map/],
    ["- a", "array<object>", /has to be a list of maps/],
    ["a: 1\n---\nb: 1", "object", /has to be a map/],
  ])("%j is not %s", (text, type, message) => {
    expect(readYaml(text, type)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });
});

const overlaps = (one: string, other: string) =>
  `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);

/** The lines on which nothing of the field's value stands. */
function linesOutside(text: string, before: ChartValueField | undefined): string[] {
  const lines = text.split("\n");
  if (before?.from !== "here") return lines;
  const spec = parseSpec(text);
  const document = spec.cluster.form === "none" ? undefined : spec.documents[spec.cluster.document];
  const place = document && locate(document, before.path);
  if (!place) throw new Error(`${before.path} is not in the text`);
  const first = before.range?.start.line ?? toPosition(spec, (place.key ?? place.value).start).line;
  const last = before.range?.end.line ?? toPosition(spec, place.value.end).line;
  return lines.filter((_, index) => index + 1 < first || index + 1 > last);
}

function isSubsequence(lines: readonly string[], of: readonly string[]): boolean {
  let next = 0;
  for (const line of of) if (line === lines[next]) next += 1;
  return next === lines.length;
}

const VALUES: Record<ChartValueType, fc.Arbitrary<unknown>> = {
  boolean: fc.boolean(),
  integer: fc.integer(),
  string: fc.string({ unit: "grapheme" }),
  "array<string>": fc.array(fc.string(), { minLength: 1, maxLength: 4 }),
  object: fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.string(), fc.integer(), fc.boolean()), {
    minKeys: 1,
    maxKeys: 4,
  }),
  "array<object>": fc.array(
    fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { minKeys: 1, maxKeys: 3 }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
};

describe("any value, any example", () => {
  const files = readdirSync(EXAMPLES).filter((file) => file.endsWith(".yaml"));
  const rows = fc.constantFrom(...chartValues("0.7.4"));

  test.each(files)("%s", (file) => {
    const text = readFileSync(new URL(file, EXAMPLES), "utf8");
    const scopes = readForms(parseSpec(text)).scopes.filter((scope) => scope.chart);
    const typed = rows.chain(({ path, type }) => fc.record({ path: fc.constant(path), value: VALUES[type] }));
    fc.assert(
      fc.property(typed, fc.constantFrom(...scopes.map(({ id }) => id)), ({ path, value }, scope) => {
        const before = field(text, path, scope, "0.7.4");
        const after = change(text, set(path, value), scope);
        expect(field(after, path, scope, "0.7.4")).toMatchObject({ value, from: "here" });
        const others = (spec: string) =>
          chart(spec, scope, "0.7.4").values.filter(({ keys }) => !overlaps(keys.join("."), path));
        expect(others(after)).toEqual(
          others(text).map((other) => expect.objectContaining({ keys: other.keys, value: other.value })),
        );
        // Every line that a value of another place stands on is still there, in its order.
        const kept = linesOutside(text, before);
        expect(isSubsequence(kept, after.split("\n"))).toBe(true);
        if (!before || before.from === "default") expect(change(after, unset(path), scope)).toBe(text);
      }),
      { numRuns: 12 },
    );
  });
});
