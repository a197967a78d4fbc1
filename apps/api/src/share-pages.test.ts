import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { storeKinds, type TestStores } from "./testing/stores.js";
import { startTestApp, type TestApp } from "./testing/test-app.js";

const page = [
  '<!doctype html><html><head><meta\n  name="description"\n  content="The app"\n/>',
  "<title>Lookinglass</title></head><body></body></html>",
].join("\n");
const spec = `kind: Cluster
metadata: {name: staging}
spec:
  nodes: [{name: small}, {name: large, kublrAgentConfig: {secretPlan: x}}]
  kublrAgentConfig: {cluster: {addon: {spegel: {enabled: true}}}, unknwon: hidden-value}
`;
const DAY = 86_400_000;

describe.each(storeKinds.filter((kind) => !kind.missing))("the page of a share, on $name", ({ start }) => {
  let stores: TestStores;
  let service: TestApp;
  let now: Date;
  beforeAll(async () => {
    stores = await start();
  });
  afterAll(() => stores.stop());
  beforeEach(async () => {
    now = new Date("2026-01-31T12:00:00.000Z");
    const location = await stores.newLocation();
    service = await startTestApp({ webFiles: { "index.html": page }, location, now: () => now });
  });
  afterEach(() => service.close());

  const headers = { host: "looking.example.com" };
  const share = async (payload: object) =>
    (await service.app.inject({ method: "POST", url: "/api/v1/shares", payload, headers })).json();
  const open = (id: string) => service.app.inject({ url: `/s/${id}`, headers });

  test("says what the share is, in names and counts, and nothing else of the spec", async () => {
    const { id } = await share({ spec });
    const { statusCode, headers: answered, body } = await open(id);
    expect(statusCode).toBe(200);
    expect(answered["content-type"]).toBe("text/html; charset=utf-8");
    expect(body).toContain("<title>staging · Lookinglass</title>");
    expect(body).toContain('<meta property="og:title" content="staging">');
    const summary = /<meta property="og:description" content="([^"]*)">/.exec(body)?.[1];
    expect(summary).toMatch(/^3 roles · Spegel on( · \d+ errors?)? · \d+ warnings?$/);
    expect(body).toContain(`<meta name="description" content="${summary}">`);
    expect(body).toContain(`<meta name="twitter:description" content="${summary}">`);
    expect(body).toContain(`<meta property="og:url" content="http://looking.example.com/s/${id}">`);
    expect(body.match(/<title>/g)).toHaveLength(1);
    expect(body.match(/name="description"/g)).toHaveLength(1);
    for (const hidden of ["secretPlan", "hidden-value", "small", "<script"])
      expect(body).not.toContain(hidden);
  });

  test("the share's own title goes before the cluster's name", async () => {
    const { id } = await share({ spec, title: "Before the move" });
    expect((await open(id)).body).toContain("<title>Before the move · Lookinglass</title>");
  });

  test("a title is text, whatever stands in it", async () => {
    const title = `"></title><script>alert(1)</script>$&\r\nSet-Cookie: a=b \u202E`;
    const { id } = await share({ spec, title });
    const { body, headers: answered } = await open(id);
    expect(body).toContain(
      '<meta property="og:title" content="&quot;&gt;&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;$&amp; Set-Cookie: a=b">',
    );
    expect(answered["set-cookie"]).toBeUndefined();
  });

  test("an expired, a deleted and an unknown share: the plain page, with the status that says so", async () => {
    const expired = await share({ spec, expiresIn: "1d" });
    const deleted = await share({ spec });
    const authorization = `Bearer ${deleted.deleteToken}`;
    const url = `/api/v1/shares/${deleted.id}`;
    await service.app.inject({ method: "DELETE", url, headers: { authorization } });
    now = new Date(now.getTime() + DAY);
    for (const [id, status] of [
      [expired.id, 410],
      [deleted.id, 410],
      ["A".repeat(22), 404],
      ["short", 404],
      ["x.js", 404],
    ]) {
      const response = await open(id);
      expect(response.statusCode).toBe(status);
      expect(response.body).toBe(page);
    }
  });

  test("a share from before there were cards has a general one", async () => {
    const { id } = await service.store.create({ spec, settings: {}, title: "Old" }, DAY);
    const { statusCode, body } = await open(id);
    expect(statusCode).toBe(200);
    expect(body).toContain("<title>Shared preview · Lookinglass</title>");
    expect(body).not.toContain("Old");
  });

  test("is not for search engines, found or not; the app itself is", async () => {
    const { id } = await share({ spec });
    for (const path of [`/s/${id}`, "/s/unknown"]) {
      expect((await service.app.inject({ url: path })).headers["x-robots-tag"]).toBe("noindex");
    }
    expect((await service.app.inject({ url: "/" })).headers["x-robots-tag"]).toBeUndefined();
  });

  test("a Host header that names no host makes no link", async () => {
    const { id } = await share({ spec });
    const wrong = { host: "evil.example.com/path?x=" };
    const { statusCode, body } = await service.app.inject({ url: `/s/${id}`, headers: wrong });
    expect(statusCode).toBe(200);
    expect(body).not.toContain("evil");
  });
});
