import { problemSchema } from "@lookinglass/api-contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { problem, Refusal } from "../problems.js";
import { startTestApp, type TestApp } from "../testing/test-app.js";

const SECRET = "kind: Cluster\nspec: {registryPassword: hunter2}\n";

describe("metrics", () => {
  let service: TestApp;
  beforeEach(async () => {
    service = await startTestApp();
  });
  afterEach(() => service.close());

  /** Lines of the exposition that begin with the name, without comments. */
  async function metric(name: string): Promise<string[]> {
    const { body, headers } = await service.app.inject({ url: "/metrics" });
    expect(headers["content-type"]).toMatch(/^text\/plain; version=/);
    return body.split("\n").filter((line) => line.startsWith(name));
  }
  const post = (path: string, payload: object) =>
    service.app.inject({ method: "POST", url: `/api/v1/${path}`, payload });

  test("requests are counted and timed by the route's pattern and the status", async () => {
    await post("preview", { spec: "" });
    await post("preview", { spec: "" });
    await post("preview", { sepc: "" });
    expect(await metric("lookinglass_http_requests_total")).toEqual([
      'lookinglass_http_requests_total{method="POST",route="/api/v1/preview",status="200"} 2',
      'lookinglass_http_requests_total{method="POST",route="/api/v1/preview",status="400"} 1',
    ]);
    expect(await metric("lookinglass_http_request_duration_seconds_count")).toContain(
      'lookinglass_http_request_duration_seconds_count{method="POST",route="/api/v1/preview"} 3',
    );
  });

  test("no id, made-up path or query becomes a label", async () => {
    const { id } = (await post("shares", { spec: "a: 1" })).json();
    const urls = [`/api/v1/shares/${id}`, "/api/v1/shares/marker", "/api/marker", "/marker.js", "/?marker=1"];
    for (const url of urls) await service.app.inject({ url });
    const lines = (await metric("lookinglass_")).join("\n");
    expect(lines).toContain('route="/api/v1/shares/:id"');
    expect(lines).not.toContain("marker");
    expect(lines).not.toContain(id);
  });

  test("shares made, read, deleted and held back are counted", async () => {
    const { id, deleteToken } = (await post("shares", { spec: "a: 1" })).json();
    await post("shares", { spec: SECRET });
    const url = `/api/v1/shares/${id}`;
    await service.app.inject({ url });
    await service.app.inject({ url: `${url}/preview` });
    await service.app.inject({ method: "DELETE", url, headers: { authorization: "Bearer wrong" } });
    const authorization = `Bearer ${deleteToken}`;
    await service.app.inject({ method: "DELETE", url, headers: { authorization } });
    await service.app.inject({ url });
    expect((await metric("lookinglass_shares_total")).sort()).toEqual([
      'lookinglass_shares_total{event="created"} 1',
      'lookinglass_shares_total{event="deleted"} 1',
      'lookinglass_shares_total{event="held-back"} 1',
      'lookinglass_shares_total{event="read"} 2',
    ]);
  });
});

describe("readiness and liveness", () => {
  test("ready while the store answers, alive in any case", async () => {
    const service = await startTestApp();
    expect((await service.app.inject({ url: "/readyz" })).json()).toEqual({ status: "ready" });
    await service.store.close();
    const unready = await service.app.inject({ url: "/readyz" });
    expect(unready.statusCode).toBe(503);
    expect(unready.headers["retry-after"]).toBe("5");
    expect(problemSchema.parse(unready.json()).type).toBe("urn:lookinglass:problem:unavailable");
    expect((await service.app.inject({ url: "/healthz" })).json()).toEqual({ status: "ok" });
    await service.close();
  });
});

describe("limits for each client address", () => {
  const ask = (
    service: TestApp,
    address: string,
    request: { method?: "POST"; url: string; payload?: object },
  ) => service.app.inject({ ...request, headers: { "x-forwarded-for": address } });
  const analysis = { method: "POST", url: "/api/v1/preview", payload: { spec: "" } } as const;

  test("analyses: over them 429 with Retry-After, for this address and not for others", async () => {
    const service = await startTestApp({ environment: { ANALYSES_PER_MINUTE: "2", TRUST_PROXY: "true" } });
    expect((await ask(service, "192.0.2.1", analysis)).statusCode).toBe(200);
    const other = { method: "POST", url: "/api/v1/inspect", payload: { files: {}, image: "nginx" } } as const;
    expect((await ask(service, "192.0.2.1", other)).statusCode).toBe(200);
    const refused = await ask(service, "192.0.2.1", analysis);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(problemSchema.parse(refused.json()).type).toBe("urn:lookinglass:problem:too-many-requests");
    expect((await ask(service, "192.0.2.2", analysis)).statusCode).toBe(200);
    await service.close();
  });

  test("an IPv6 client is its network", async () => {
    const service = await startTestApp({ environment: { ANALYSES_PER_MINUTE: "1", TRUST_PROXY: "true" } });
    expect((await ask(service, "2001:db8:0:1::1", analysis)).statusCode).toBe(200);
    expect((await ask(service, "2001:db8:0:1:ffff::2", analysis)).statusCode).toBe(429);
    expect((await ask(service, "2001:db8:0:2::1", analysis)).statusCode).toBe(200);
    await service.close();
  });

  test("a client cannot name its own address: only what the proxy adds counts", async () => {
    const service = await startTestApp({ environment: { ANALYSES_PER_MINUTE: "1", TRUST_PROXY: "1" } });
    expect((await ask(service, "198.51.100.1, 192.0.2.1", analysis)).statusCode).toBe(200);
    expect((await ask(service, "198.51.100.2, 192.0.2.1", analysis)).statusCode).toBe(429);
    await service.close();
  });

  test("without a proxy, X-Forwarded-For is nothing", async () => {
    const service = await startTestApp({ environment: { ANALYSES_PER_MINUTE: "1" } });
    expect((await ask(service, "192.0.2.1", analysis)).statusCode).toBe(200);
    expect((await ask(service, "192.0.2.2", analysis)).statusCode).toBe(429);
    await service.close();
  });
});

test("a server that is busy says so, and when to come again", async () => {
  const busy = () => Promise.reject(new Refusal(problem("overloaded", "Too much at once."), 2));
  const service = await startTestApp({ engine: { preview: busy } });
  const url = "/api/v1/preview";
  const response = await service.app.inject({ method: "POST", url, payload: { spec: "" } });
  expect(response.statusCode).toBe(503);
  expect(response.headers["retry-after"]).toBe("2");
  expect(problemSchema.parse(response.json()).type).toBe("urn:lookinglass:problem:overloaded");
  await service.close();
});
