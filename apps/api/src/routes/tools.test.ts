import { inspectionSchema, renderResultSchema } from "@lookinglass/api-contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../testing/test-app.js";

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(() => service.close());

async function post(path: string, payload: string | object) {
  const headers = { "content-type": "application/json" };
  const response = await service.app.inject({ method: "POST", url: `/api/v1/${path}`, payload, headers });
  expect(response.statusCode).toBe(200);
  return response.json();
}

describe("POST /render", () => {
  const render = async (payload: string | object) => renderResultSchema.parse(await post("render", payload));

  test("output", async () => {
    const request = { template: "{{range .nodes}}{{.}};{{end}}", data: { nodes: ["a", "b"] } };
    expect(await render(request)).toMatchObject({ ok: true, output: "a;b;" });
  });

  test("a template that fails is an answer, with Go's message", async () => {
    expect(await render({ template: "a{{.x", data: {} })).toMatchObject({
      ok: false,
      error: { phase: "parse", message: "template: hosts.toml:1: unclosed action" },
    });
  });

  test("Sprig's functions only when asked for", async () => {
    const request = { template: "{{upper .}}", data: "a" };
    expect(await render(request)).toMatchObject({ ok: false, error: { phase: "parse" } });
    expect(await render({ ...request, functions: "sprig" })).toMatchObject({ ok: true, output: "A" });
  });

  test("numbers keep their spelling: 2 is an int, 2.0 is not", async () => {
    expect(
      await render('{"template": "{{printf `%T %T` .a .b}}", "data": {"a": 2, "b": 2.0}}'),
    ).toMatchObject({
      output: "int float64",
    });
  });

  test("names of JavaScript's objects are plain missing keys", async () => {
    expect(await render('{"template": "{{.constructor}} {{.toString}}", "data": {}}')).toMatchObject({
      output: "<no value> <no value>",
    });
    expect(await render('{"template": "{{index . `__proto__`}}", "data": {"__proto__": 1}}')).toMatchObject({
      output: "1",
    });
  });

  test("a template that would never end is ended", async () => {
    expect(
      await render({ template: '{{define "a"}}{{template "a"}}{{end}}{{template "a"}}', data: {} }),
    ).toMatchObject({
      ok: false,
      error: { phase: "limit" },
    });
  });
});

describe("POST /inspect", () => {
  const inspect = async (payload: object) => inspectionSchema.parse(await post("inspect", payload));
  const files = { "quay.io/hosts.toml": '[host."https://m.example.com"]\n  capabilities = ["pull"]\n' };

  test("the endpoints that containerd tries", async () => {
    expect(await inspect({ files, image: "quay.io/a/b:1" })).toMatchObject({
      image: { registry: "quay.io", repository: "a/b", tag: "1" },
      resolution: { dir: "quay.io", hosts: [{ host: "m.example.com" }, { host: "quay.io" }] },
    });
  });

  test("the requests in order, and the endpoints that are passed over", async () => {
    const { requests } = await inspect({ files, image: "quay.io/a/b:1" });
    expect(requests.map(({ operation, url, skipped }) => [operation, url, skipped])).toEqual([
      ["resolve", "https://m.example.com/v2/a/b/manifests/1?ns=quay.io", "no-resolve-capability"],
      ["resolve", "https://quay.io/v2/a/b/manifests/1", null],
      ["pull", "https://m.example.com/v2/a/b/manifests/{digest}?ns=quay.io", null],
      ["pull", "https://quay.io/v2/a/b/manifests/{digest}", null],
      ["pull", "https://m.example.com/v2/a/b/blobs/{digest}?ns=quay.io", null],
      ["pull", "https://quay.io/v2/a/b/blobs/{digest}", null],
    ]);
  });

  test("what is odd in the files, with its place", async () => {
    const { findings } = await inspect({ files, image: "quay.io/a/b:1" });
    expect(findings).toEqual([
      {
        file: "quay.io/hosts.toml",
        code: "hosts/slow-fallback",
        severity: "info",
        message:
          "If https://m.example.com does not answer, each connection waits 30 s. A dial_timeout shortens that.",
        range: { start: { line: 1, column: 7 }, end: { line: 1, column: 30 } },
      },
    ]);
  });

  test("the release decides", async () => {
    const referrers = {
      "quay.io/hosts.toml": '[host."https://m.example.com"]\n  capabilities = ["referrers"]\n',
    };
    const request = { files: referrers, image: "quay.io/a/b:1" };
    expect(await inspect({ ...request, containerdVersion: "2.3.4" })).toMatchObject({
      resolution: { hosts: [{}, {}] },
    });
    expect(await inspect({ ...request, containerdVersion: "2.1.9" })).toMatchObject({
      resolution: { parseErrorKind: "containerd", fallback: [{ host: "quay.io" }] },
    });
  });

  test("a name that is no image's", async () => {
    expect(await inspect({ files, image: "Nginx" })).toEqual({
      image: { error: "invalid reference format: repository name (library/Nginx) must be lowercase" },
      resolution: null,
      requests: [],
      findings: [expect.objectContaining({ code: "hosts/slow-fallback" })],
    });
  });
});
