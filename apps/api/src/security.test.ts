/**
 * What the API holds to against those who mean it ill, each by its name. Beside it: slow clients, broken HTTP and specs
 * that exhaust a thread need real processes (apps/api/processes); any text at all is hostile.test.ts; rate limits are
 * routes/operations.test.ts; the pool's limits are engine/pooled-engine.test.ts.
 */
import { gzipSync } from "node:zlib";
import { analysisSchema, problemSchema } from "@lookinglass/api-contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "./testing/test-app.js";

const MIB = 1_048_576;
const JSON_BODY = { "content-type": "application/json" };
const webFiles = { "index.html": "<!doctype html><title>Lookinglass</title>", "assets/a.js": "export {};" };

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp({ webFiles });
});
afterAll(() => service.close());

const send = (path: string, payload: string | Buffer, headers: Record<string, string> = JSON_BODY) =>
  service.app.inject({ method: "POST", url: `/api/v1/${path}`, payload, headers });

/** Status and kind of the problem that a request is answered with. */
async function refusal(path: string, payload: string | Buffer, headers?: Record<string, string>) {
  const response = await send(path, payload, headers);
  expect(response.headers["content-type"]).toBe("application/problem+json");
  const { status, type } = problemSchema.parse(response.json());
  expect(response.statusCode).toBe(status);
  return { status, kind: type.replace("urn:lookinglass:problem:", "") };
}

/** Codes of what is found in a spec: an answer like any other. */
async function codes(spec: string): Promise<string[]> {
  const response = await send("preview", JSON.stringify({ spec }));
  expect(response.statusCode).toBe(200);
  return analysisSchema.parse(response.json()).diagnostics.map(({ code }) => code);
}

const extension = (content: string) => `kind: Cluster
spec:
  kublrAgentConfig:
    extensions:
      a:
        path: templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml
        content: ${JSON.stringify(content)}
`;

const withFilters = (filters: readonly string[]) => `kind: Cluster
spec:
  kublrAgentConfig:
    cluster: {addon: {spegel: {helm_values: {spegel: {registryFilters: ${JSON.stringify(filters)}}}}}}
`;

describe("oversized", () => {
  test("a body over 1 MiB is refused by its length, before it is read", async () => {
    const body = JSON.stringify({ spec: "x".repeat(MIB) });
    expect(await refusal("preview", body)).toEqual({ status: 413, kind: "body-too-large" });
  });

  test("a small body that unpacks to a large one is refused", async () => {
    const bomb = gzipSync(JSON.stringify({ spec: "x".repeat(50 * MIB) }));
    expect(bomb.length).toBeLessThan(MIB / 4);
    const headers = { ...JSON_BODY, "content-encoding": "gzip" };
    expect(await refusal("preview", bomb, headers)).toEqual({ status: 413, kind: "body-too-large" });
  });

  test("more edits, files or roles than any spec has are refused by name", async () => {
    const edits = Array(1_001).fill({ path: ["a"], value: 1 });
    expect(await refusal("edits", JSON.stringify({ spec: "", edits }))).toMatchObject({ status: 400 });
    const files = Object.fromEntries(Array.from({ length: 257 }, (_, index) => [`r${index}/hosts.toml`, ""]));
    expect(await refusal("inspect", JSON.stringify({ files, image: "a" }))).toMatchObject({ status: 400 });
  });
});

describe("many faults in one request", () => {
  const keys = (count: number, value: string) =>
    Array.from({ length: count }, (_, index) => `"k${index}":${value}`).join(",");
  const long = "x".repeat(900_000);
  test.each([
    ["roles", "preview", `{"spec":"","settings":{"runtimes":{${keys(60_000, "1")}}}}`, 1],
    ["addresses", "preview", `{"spec":"","settings":{"nodeAddresses":{${keys(60_000, "1")}}}}`, 1],
    ["free-form data", "preview", `{"spec":"","settings":{"extraConfig":{${keys(60_000, "1")}}}}`, 1],
    ["data of a template", "render", `{"template":"","data":{${keys(60_000, "1")}}}`, 1],
    ["files", "inspect", `{"image":"a","files":{${keys(60_000, "1")}}}`, 1],
    ["lists", "edits", `{"spec":"","edits":[${Array(300_000).fill("{}").join(",")}]}`, 1],
    ["unknown fields", "preview", `{"spec":"",${keys(60_000, "1")}}`, 100],
    ["unknown settings", "validate", `{"spec":"","settings":{${keys(60_000, "1")}}}`, 100],
    ["unknown fields of a share", "shares", `{"spec":"",${keys(60_000, "1")}}`, 100],
    ["wrong values", "preview", `{"spec":"","settings":{"runtimes":{${keys(500, "1")}}}}`, 100],
    ["one unknown field with a long name", "preview", `{"spec":"","${long}":1}`, 1],
    ["one role with a long name", "preview", `{"spec":"","settings":{"runtimes":{"${long}":1}}}`, 2],
  ])("%s: 100 are listed at most, in few words", async (_, path, payload, listed) => {
    const response = await service.app.inject({
      method: "POST",
      url: `/api/v1/${path}`,
      payload,
      headers: JSON_BODY,
    });
    expect(response.statusCode).toBe(400);
    const { errors = [], detail } = problemSchema.parse(response.json());
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThanOrEqual(listed);
    expect(detail.length).toBeLessThan(300);
    expect(response.body.length).toBeLessThan(20_000);
  });

  test("what is not listed is counted", async () => {
    const payload = `{"spec":"",${keys(1_234, "1")}}`;
    const url = "/api/v1/preview";
    const response = await service.app.inject({ method: "POST", url, payload, headers: JSON_BODY });
    const { errors = [], detail } = problemSchema.parse(response.json());
    expect(errors).toHaveLength(100);
    const named = detail.split("; ").length - 1;
    expect(detail).toMatch(new RegExp(`; and ${1_234 - named} more$`));
  });
});

describe("deeply nested", () => {
  test.each([
    ["lists", "[".repeat(500_000)],
    ["closed lists", "[".repeat(50_000) + "]".repeat(50_000)],
    ["maps", "{a: ".repeat(100_000)],
    ["block lists", "- ".repeat(200_000)],
    ["indented maps", Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("%s in a spec are an answer: it cannot be read", async (_, spec) => {
    expect(await codes(spec)).toContain("spec/syntax");
  });

  test("JSON values deeper than 64 levels are refused", async () => {
    const data = `${"[".repeat(65)}${"]".repeat(65)}`;
    const body = `{"template": "", "data": ${data}}`;
    expect(await refusal("render", body)).toEqual({ status: 400, kind: "invalid-request" });
  });
});

test("alias bomb: a billion laughs are a fault of the spec", async () => {
  const letters = [..."abcdefghijklmnop"];
  const line = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(`*${of}`).join(", ")}]`;
  const levels = letters.slice(1).map((name, index) => line(name, letters[index] ?? "a"));
  expect(await codes(["a: &a [lol, lol]", ...levels].join("\n"))).toContain("spec/syntax");
});

describe("template bomb", () => {
  const doubling = '{{define "a"}}{{template "a"}}{{template "a"}}{{end}}{{template "a"}}';
  const long = `{{range $i := .list}}${'{{printf "%0999999d" 1}}'.repeat(50)}{{end}}`;

  test("in a spec: the template's fault, and the rest of the answer is there", async () => {
    expect(await codes(extension(doubling))).toContain("template/exec");
    expect(await codes(extension('{{printf "%0999999d" 1}}'.repeat(200)))).toContain("template/exec");
  });

  test.each([
    ["that calls itself twice", doubling, {}],
    ["whose output is huge", long, { list: Array(1_000).fill(0) }],
    ["that never parses to an end", "{{if 1}}".repeat(30_000), {}],
  ])("one %s is ended", async (_, template, data) => {
    const response = await send("render", JSON.stringify({ template, data }));
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ ok: false });
    expect(response.body.length).toBeLessThan(8 * MIB);
  });
});

test("regex bomb: filters run in linear time, and what RE2 refuses is refused", async () => {
  const slow = ["(a+)+$", "(x+x+)+y", "(?:a?){100}a{100}", "(.*)*b"];
  expect(await codes(withFilters(slow))).not.toContain("spegel/filter-invalid");
  expect(await codes(withFilters(["((a{1,100}){1,100}){1,100}"]))).toContain("spegel/filter-invalid");
});

describe("__proto__", () => {
  test("as a field is an unknown one", async () => {
    const body = '{"spec": "", "__proto__": {"settings": {}}}';
    expect(await refusal("preview", body)).toEqual({ status: 400, kind: "invalid-request" });
  });

  test.each([
    ["a spec", "preview", '{"spec": "__proto__: {polluted: 1}\\nconstructor: {prototype: {polluted: 1}}"}'],
    ["settings", "preview", '{"spec": "", "settings": {"extraConfig": {"__proto__": {"polluted": 1}}}}'],
    [
      "an edit's path",
      "edits",
      '{"spec": "a: 1", "edits": [{"path": ["__proto__", "polluted"], "value": 1}]}',
    ],
    ["a template's data", "render", '{"template": "{{.polluted}}", "data": {"__proto__": {"polluted": 1}}}'],
    ["a tree's paths", "inspect", '{"files": {"__proto__": "polluted"}, "image": "a"}'],
  ])("in %s is data", async (_, path, body) => {
    expect((await send(path, body)).statusCode).toBeLessThan(500);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

test.each([
  "/../package.json",
  "/%2e%2e/package.json",
  "/..%2fpackage.json",
  "/..%5cpackage.json",
  "/assets/..%2f..%2fdata%2flookinglass.db",
  "/assets/%2e%2e/%2e%2e/data/lookinglass.db",
  "/.env",
  "/assets/a.js%00.html",
  "/api/docs/static/..%2f..%2fpackage.json",
])("path traversal: %s leads nowhere", async (url) => {
  const response = await service.app.inject({ url });
  expect([400, 404]).toContain(response.statusCode);
  expect(response.headers["content-type"]).toBe("application/problem+json");
});

describe("header injection and redirects", () => {
  test("nothing that a client sends becomes a header of the answer", async () => {
    const { id } = (await send("shares", JSON.stringify({ spec: "", title: "a\r\nX-Injected: 1" }))).json();
    for (const url of ["/%0d%0aX-Injected:%201", "/s/%0d%0aX-Injected:%201", `/s/${id}?%0d%0aX-Injected:1`]) {
      const { headers } = await service.app.inject({ url, headers: { "x-request-id": "mine" } });
      expect(headers["x-injected"]).toBeUndefined();
      expect(headers["x-request-id"]).not.toBe("mine");
    }
  });

  test.each(["//evil.example.com", "//evil.example.com/..", "/\\evil.example.com", "/api/docs", "/assets"])(
    "%s redirects nobody",
    async (url) => {
      const { statusCode, headers } = await service.app.inject({ url });
      expect(statusCode < 300 || statusCode >= 400).toBe(true);
      expect(headers.location).toBeUndefined();
    },
  );
});

describe("wrong content type", () => {
  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "text/json",
  ])("%s is refused: no form of another site can write", async (type) => {
    const answer = await refusal("shares", '{"spec": ""}', { "content-type": type });
    expect(answer).toEqual({ status: 415, kind: "unsupported-media-type" });
  });

  test("an encoding that is not known is refused", async () => {
    const headers = { ...JSON_BODY, "content-encoding": "rot13" };
    expect(await refusal("preview", "{}", headers)).toEqual({ status: 415, kind: "unsupported-media-type" });
  });

  test("bytes that are no UTF-8 are refused rather than changed", async () => {
    const body = Buffer.concat([Buffer.from('{"spec": "'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    expect(await refusal("shares", body)).toEqual({ status: 400, kind: "malformed-json" });
  });
});

describe("shares of others", () => {
  const remove = (id: string, authorization: string) =>
    service.app.inject({ method: "DELETE", url: `/api/v1/shares/${id}`, headers: { authorization } });

  test("wrong delete token: 403, whatever is wrong with it, and the share stays", async () => {
    const { id, deleteToken } = (await send("shares", '{"spec": "a: 1"}')).json();
    const wrong = [
      "",
      "Bearer",
      "Bearer x",
      `Basic ${deleteToken}`,
      `Bearer ${deleteToken} x`,
      `Bearer ${id}`,
    ];
    for (const authorization of wrong) expect((await remove(id, authorization)).statusCode).toBe(403);
    expect((await service.app.inject({ url: `/api/v1/shares/${id}` })).statusCode).toBe(200);
  });

  test("enumeration: what could be an id and what could not are answered alike, and tell nothing", async () => {
    const answers = await Promise.all(
      ["AAAAAAAAAAAAAAAAAAAAAA", "1", "x".repeat(60), "%27%20or%201%3D1"].map(async (id) => {
        const { statusCode, body } = await service.app.inject({ url: `/api/v1/shares/${id}` });
        return { statusCode, body };
      }),
    );
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers.every(({ statusCode }) => statusCode === 404)).toBe(true);
    expect((await service.app.inject({ url: "/api/v1/shares" })).statusCode).toBe(404);
  });
});

test("the log holds nothing of what was sent, whether it was answered, refused or failed", async () => {
  const failing = () => Promise.reject(new Error("marker: a fault that quotes the spec"));
  const { app, logged, close } = await startTestApp({ engine: { inspect: failing } });
  const headers = { ...JSON_BODY, authorization: "Bearer marker-token", "user-agent": "marker" };
  const post = (path: string, payload: string) =>
    app.inject({ method: "POST", url: `/api/v1/${path}?marker=1`, payload, headers });
  const answers = [
    await post("preview", '{"spec": "marker: ["}'),
    await post("preview", '{"spec": "marker'),
    await post("preview", '{"marker": 1}'),
    await post("shares", '{"spec": "password: marker"}'),
    await post("render", '{"template": "{{marker", "data": 1}'),
    await post("inspect", '{"files": {"marker": ""}, "image": "marker"}'),
    await app.inject({
      method: "DELETE",
      url: "/api/v1/shares/marker?marker",
      headers: { authorization: "Bearer marker-token" },
    }),
    await app.inject({ url: "/marker.js?marker=1", headers }),
    await app.inject({ url: "/%zzmarker", headers }),
  ];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 400, 400, 422, 200, 500, 404, 404, 400]);
  expect(logged().match(/"answered"/g)?.length).toBeGreaterThanOrEqual(8);
  expect(logged()).toContain('"request failed"');
  expect(logged()).not.toContain("marker");
  await close();
});
