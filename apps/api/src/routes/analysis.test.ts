import { readFileSync } from "node:fs";
import {
  analysisSchema,
  editsResultSchema,
  problemSchema,
  pullPathSchema,
  sarifLogSchema,
  validationSchema,
} from "@lookinglass/api-contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../testing/test-app.js";

const example = (name: string) =>
  readFileSync(new URL(`../../../../examples/${name}`, import.meta.url), "utf8");
const overrides = example("08-mirror-add-off-with-overrides.yaml");
const withoutFlag = overrides.replace(/ *containerdMirrorAdd: false\n/, "");

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(() => service.close());

const post = (path: string, payload: object, headers = {}) =>
  service.app.inject({ method: "POST", url: `/api/v1/${path}`, payload, headers });

describe("POST /preview", () => {
  test("every example is analysed, in the shape of the contract", async () => {
    const catalog = (await service.app.inject({ url: "/api/v1/catalog" })).json();
    expect(catalog.examples.length).toBeGreaterThanOrEqual(12);
    for (const { spec } of catalog.examples) {
      const response = await post("preview", { spec });
      expect(response.statusCode).toBe(200);
      expect(analysisSchema.parse(response.json()).roles.length).toBeGreaterThan(0);
    }
  });

  test.each([
    "",
    "\u0000",
    "a: [",
    "%YAML 9.9\n---\n",
    "kind: Cluster\nspec: 5",
    "[".repeat(100_000),
    "&a [*a, *a]",
    "a: *a",
    '{"__proto__": {"kind": "Cluster"}}',
    "-----BEGIN",
  ])("any text is a spec: %j", async (spec) => {
    const response = await post("preview", { spec });
    expect(response.statusCode).toBe(200);
    analysisSchema.parse(response.json());
  });

  test("settings are used", async () => {
    const response = await post("preview", { spec: overrides, settings: { spegelVersion: "0.7.4" } });
    expect(response.json().settings).toMatchObject({
      spegelVersion: "0.7.4",
      from: { spegelVersion: "settings" },
    });
  });
});

describe("POST /validate", () => {
  test("valid means without errors", async () => {
    const response = await post("validate", { spec: withoutFlag });
    const validation = validationSchema.parse(response.json());
    expect(validation.valid).toBe(true);
    expect(validation.diagnostics.map(({ code }) => code)).toContain("spegel/mirror-add-overwrites");
  });

  test("a syntax error makes it invalid, and is still an answer", async () => {
    const response = await post("validate", { spec: "a: [" });
    expect(response.statusCode).toBe(200);
    const validation = validationSchema.parse(response.json());
    expect(validation.valid).toBe(false);
    expect(validation.diagnostics.map(({ code }) => code)).toContain("spec/syntax");
  });

  test("SARIF where the Accept header asks for it", async () => {
    const response = await post("validate", { spec: "a: [" }, { accept: "application/sarif+json" });
    expect(response.headers["content-type"]).toMatch(/^application\/sarif\+json/);
    expect(response.headers.vary).toContain("accept");
    expect(sarifLogSchema.parse(response.json()).runs).toMatchObject([{ results: [{ level: "error" }] }]);
  });
});

describe("imported: the text as it runs on the nodes now", () => {
  const imported = withoutFlag;
  const spec = imported.replace("dial_timeout = '200ms'", "dial_timeout = '300ms'");
  const codes = (diagnostics: { code: string }[]) => diagnostics.map(({ code }) => code);

  test.each(["preview", "validate"])("%s: what has changed since is judged by it", async (path) => {
    expect(spec).not.toBe(imported);
    const without = (await post(path, { spec })).json();
    const same = (await post(path, { spec, imported: spec })).json();
    const changed = (await post(path, { spec, imported })).json();
    expect(codes(without.diagnostics)).not.toContain("spegel/backup-only-once");
    expect(codes(same.diagnostics)).not.toContain("spegel/backup-only-once");
    expect(codes(changed.diagnostics)).toContain("spegel/backup-only-once");
  });

  test("edits: its fixes are found", async () => {
    const { diagnostics } = (await post("preview", { spec, imported })).json();
    const warning = diagnostics.find(({ code }: { code: string }) => code === "spegel/backup-only-once");
    const response = await post("edits", { spec, imported, fix: warning.fixes[0].id });
    expect(response.statusCode).toBe(200);
  });
});

describe("POST /pull-path", () => {
  const question = { spec: overrides, role: "master", phase: "running", image: "nginx" };

  test("the requests for an image, in order", async () => {
    const response = await post("pull-path", question);
    expect(response.statusCode).toBe(200);
    const path = pullPathSchema.parse(response.json());
    expect(path).toMatchObject({
      image: { registry: "docker.io", repository: "library/nginx", tag: "latest" },
      directory: "_default",
      succeeds: true,
    });
    expect(path.steps[0]).toMatchObject({ operation: "resolve", source: "spegel-local" });
  });

  test("conditions are used", async () => {
    const conditions = { upstreamDown: true, imageOnNoNode: true };
    const response = await post("pull-path", { ...question, conditions });
    expect(pullPathSchema.parse(response.json())).toMatchObject({ succeeds: false, servedBy: null });
  });

  test.each([
    ["role", { role: "nodes/none" }],
    ["image", { image: "Not An Image" }],
  ])("a wrong %s is a 422 problem that names it", async (field, wrong) => {
    const response = await post("pull-path", { ...question, ...wrong });
    expect(response.statusCode).toBe(422);
    expect(problemSchema.parse(response.json())).toMatchObject({
      type: "urn:lookinglass:problem:pull-not-possible",
      errors: [{ path: field, message: expect.stringMatching(/./) }],
    });
  });
});

describe("POST /edits", () => {
  test("an edit changes only its value", async () => {
    const spec = "# kept\r\nspec: {a: 1,   b: 2}\r\n";
    const response = await post("edits", { spec, edits: [{ path: ["spec", "a"], value: 3 }] });
    expect(response.statusCode).toBe(200);
    const { spec: changed, textEdits } = editsResultSchema.parse(response.json());
    expect(changed).toBe("# kept\r\nspec: {a: 3,   b: 2}\r\n");
    expect(textEdits).toEqual([{ start: 18, end: 19, newText: "3" }]);
  });

  test("a fix of the analysis is applied by its id", async () => {
    const { diagnostics } = (await post("preview", { spec: withoutFlag })).json();
    const warning = diagnostics.find(({ code }: { code: string }) => code === "spegel/mirror-add-overwrites");
    const fix = warning.fixes.find(({ title }: { title: string }) => title.includes("containerdMirrorAdd"));
    const response = await post("edits", { spec: withoutFlag, fix: fix.id });
    const after = (await post("validate", { spec: editsResultSchema.parse(response.json()).spec })).json();
    expect(after.diagnostics.map(({ code }: { code: string }) => code)).not.toContain(
      "spegel/mirror-add-overwrites",
    );
  });

  test("a fix that is not offered is a 422 problem", async () => {
    const response = await post("edits", { spec: overrides, fix: "no-such-fix" });
    expect(response.statusCode).toBe(422);
    expect(problemSchema.parse(response.json())).toMatchObject({
      type: "urn:lookinglass:problem:unknown-fix",
      errors: [{ path: "fix" }],
    });
  });

  test("an edit that cannot be made is a 422 problem that names it", async () => {
    const edits = [
      { path: ["a"], value: 1 },
      { path: ["b", "c"], value: 2 },
    ];
    const response = await post("edits", { spec: "a: 0\nb: [1]\n", edits });
    expect(response.statusCode).toBe(422);
    expect(problemSchema.parse(response.json())).toMatchObject({
      type: "urn:lookinglass:problem:edit-not-possible",
      errors: [{ path: "edits.1", message: expect.stringMatching(/./) }],
    });
  });
});
