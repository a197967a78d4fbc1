import { problemSchema } from "@lookinglass/api-contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "./testing/test-app.js";

let service: TestApp;
beforeAll(async () => {
  const engine = { preview: () => Promise.reject(new Error("database password is hunter2")) };
  service = await startTestApp({ engine });
});
afterAll(() => service.close());

const JSON_TYPE = { "content-type": "application/json" };
const MIB = 1_048_576;

async function post(
  payload: string | undefined,
  headers: Record<string, string> = JSON_TYPE,
  url = "/api/v1/render",
) {
  const response = await service.app.inject({
    method: "POST",
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  expect(response.headers["content-type"]).toBe("application/problem+json");
  const problem = problemSchema.parse(response.json());
  expect(problem.status).toBe(response.statusCode);
  return {
    status: problem.status,
    kind: problem.type.replace("urn:lookinglass:problem:", ""),
    errors: problem.errors,
  };
}

describe("bad requests are problem documents that name the field", () => {
  test.each<[string, string, { path: string; message: string }[]]>([
    [
      "a missing field",
      '{"data": 1}',
      [{ path: "template", message: "Invalid input: expected string, received undefined" }],
    ],
    [
      "an unknown field",
      '{"template": "", "data": 1, "tmpl": 2, "x": 3}',
      [
        { path: "tmpl", message: "unknown field" },
        { path: "x", message: "unknown field" },
      ],
    ],
    [
      "a field that would reach the prototype",
      '{"template": "", "data": 1, "__proto__": {"x": 1}}',
      [{ path: "__proto__", message: "unknown field" }],
    ],
    ["null", "null", [{ path: "", message: "Invalid input: expected object, received null" }]],
    ["a list", "[]", [{ path: "", message: "Invalid input: expected object, received array" }]],
  ])("%s", async (_, payload, errors) => {
    expect(await post(payload)).toEqual({ status: 400, kind: "invalid-request", errors });
  });

  test("a field inside another", async () => {
    const payload = '{"spec": "", "settings": {"nodeAddresses": {"master": [1]}, "colour": 2}}';
    expect(await post(payload, JSON_TYPE, "/api/v1/preview")).toMatchObject({
      status: 400,
      errors: [
        { path: "settings.nodeAddresses.master.0" },
        { path: "settings.colour", message: "unknown field" },
      ],
    });
  });

  test.each([
    ["/api/v1/render", "text that is not JSON", "{template:"],
    ["/api/v1/render", "an empty body", ""],
    ["/api/v1/preview", "text that is not JSON", "{spec:"],
    ["/api/v1/preview", "an empty body", ""],
  ])("%s: %s", async (url, _, payload) => {
    expect(await post(payload, JSON_TYPE, url)).toMatchObject({
      status: 400,
      kind: "malformed-json",
      errors: [{ path: "", message: expect.stringMatching(/JSON/) }],
    });
  });

  test.each([
    ["no body at all", undefined, {}, 400, "invalid-request"],
    ["plain text", "spec", { "content-type": "text/plain" }, 415, "unsupported-media-type"],
    [
      "a form",
      "spec=1",
      { "content-type": "application/x-www-form-urlencoded" },
      415,
      "unsupported-media-type",
    ],
    ["over 1 MiB", `{"template": "${"x".repeat(MIB)}"}`, JSON_TYPE, 413, "body-too-large"],
    ["JSON as deep as it is long", "[".repeat(MIB), JSON_TYPE, 400, "malformed-json"],
    [
      "well-formed JSON as deep as it is long",
      `${"[".repeat(MIB / 2)}${"]".repeat(MIB / 2)}`,
      JSON_TYPE,
      400,
      expect.any(String),
    ],
  ])("%s", async (_, payload, headers, status, kind) => {
    expect(await post(payload, headers as Record<string, string>)).toMatchObject({ status, kind });
  });
});

test.each(["/api", "/api/", "/api/v1/nothing", "/api/v2/preview", "/api/v1/preview"])(
  "GET %s is a 404 problem",
  async (url) => {
    const response = await service.app.inject({ url });
    expect(response.statusCode).toBe(404);
    expect(problemSchema.parse(response.json()).type).toBe("urn:lookinglass:problem:not-found");
  },
);

test("a URL that cannot be decoded is a 400 problem", async () => {
  const response = await service.app.inject({ url: "/api/v1/shares/%zz" });
  expect(response.statusCode).toBe(400);
  problemSchema.parse(response.json());
});

test("a failure of ours: the answer tells nothing of it, the log its kind and place, neither its words", async () => {
  expect(await post('{"spec": ""}', JSON_TYPE, "/api/v1/preview")).toMatchObject({
    status: 500,
    kind: "internal",
  });
  const { body } = await service.app.inject({
    method: "POST",
    url: "/api/v1/preview",
    payload: { spec: "" },
  });
  expect(body).not.toContain("hunter2");
  expect(service.logged()).toContain('"err":{"type":"Error"');
  expect(service.logged()).toContain("errors.test.ts");
  expect(service.logged()).not.toContain("hunter2");
});

describe("a store that does not answer is 503 with words and Retry-After, and logged without its own words", () => {
  const id = "AAAAAAAAAAAAAAAAAAAAAA";
  let away: TestApp;
  beforeAll(async () => {
    away = await startTestApp({ webFiles: { "index.html": "<!doctype html><title>app</title>" } });
    await away.store.close();
  });
  afterAll(() => away.close());

  test.each([
    { method: "GET", url: "/readyz" },
    { method: "GET", url: `/api/v1/shares/${id}` },
    { method: "GET", url: `/api/v1/shares/${id}/preview` },
    { method: "GET", url: `/s/${id}` },
    { method: "DELETE", url: `/api/v1/shares/${id}`, headers: { authorization: "Bearer x" } },
    { method: "POST", url: "/api/v1/shares", payload: { spec: "kind: Cluster\n" } },
  ] as const)("$method $url", async (request) => {
    const response = await away.app.inject(request);
    expect(response.statusCode).toBe(503);
    expect(response.headers["retry-after"]).toBe("5");
    expect(problemSchema.parse(response.json()).type).toBe("urn:lookinglass:problem:unavailable");
    expect(away.logged()).toContain('"msg":"the share store does not answer"');
    expect(away.logged()).not.toContain("destroyed");
  });

  test("what does not need it is answered", async () => {
    expect((await away.app.inject({ url: "/healthz" })).statusCode).toBe(200);
    const preview = { method: "POST", url: "/api/v1/preview", payload: { spec: "" } } as const;
    expect((await away.app.inject(preview)).statusCode).toBe(200);
  });
});
