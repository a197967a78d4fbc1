import { createdShareSchema, problemSchema, shareSchema } from "@lookinglass/api-contract";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { storeKinds, type TestStores } from "../testing/stores.js";
import { startTestApp, type TestApp } from "../testing/test-app.js";

const DAY = 86_400_000;
/** Milliseconds in which even a busy machine starts and ends a database server. */
const STARTING_TAKES = 60_000;
const spec = "kind: Cluster\r\nmetadata: {name: größe}   # kept\n";
const settings = { spegelVersion: "0.4.0", nodeAddresses: { master: ["10.0.0.11"] } };

describe.each(storeKinds.filter((kind) => kind.missing))("$name", () => {
  test.skip("shares: no PostgreSQL programs on this machine", () => undefined);
});

describe.each(storeKinds.filter((kind) => !kind.missing))("shares on $name", ({ start }) => {
  let stores: TestStores;
  let service: TestApp;
  let now: Date;

  beforeAll(async () => {
    stores = await start();
  }, STARTING_TAKES);
  afterAll(() => stores.stop(), STARTING_TAKES);
  beforeEach(async () => {
    now = new Date("2026-01-31T12:00:00.000Z");
    service = await startTestApp({ location: await stores.newLocation(), now: () => now });
  });
  afterEach(() => service.close());

  const get = (path: string) => service.app.inject({ url: `/api/v1/shares/${path}` });
  const create = (payload: object, headers = {}) =>
    service.app.inject({ method: "POST", url: "/api/v1/shares", payload, headers });
  const remove = (id: string, token?: string) =>
    service.app.inject({
      method: "DELETE",
      url: `/api/v1/shares/${id}`,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
  const created = async (payload: object) => createdShareSchema.parse((await create(payload)).json());

  test("what was shared is read back to the byte", async () => {
    const response = await create({ spec, settings, title: "Mine" }, { host: "looking.example.com:8080" });
    expect(response.statusCode).toBe(201);
    const share = createdShareSchema.parse(response.json());
    expect(share.url).toBe(`http://looking.example.com:8080/s/${share.id}`);
    const read = await get(share.id);
    expect(read.headers["cache-control"]).toBe("no-store");
    expect(shareSchema.parse(read.json())).toEqual({
      id: share.id,
      spec,
      settings,
      title: "Mine",
      createdAt: "2026-01-31T12:00:00.000Z",
      expiresAt: "2026-03-02T12:00:00.000Z",
    });
  });

  test("its preview is the analysis of what was shared, with its settings", async () => {
    const { id } = await created({ spec, settings });
    const request = { method: "POST", url: "/api/v1/preview", payload: { spec, settings } } as const;
    const preview = await get(`${id}/preview`);
    expect(preview.statusCode).toBe(200);
    expect(preview.json()).toEqual((await service.app.inject(request)).json());
  });

  test("a store that holds as many as it may refuses more until there is room", async () => {
    await service.close();
    const location = await stores.newLocation();
    service = await startTestApp({ environment: { MAX_SHARES: "1" }, location });
    const { id, deleteToken } = await created({ spec });
    const refused = await create({ spec });
    expect(refused.statusCode).toBe(503);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(problemSchema.parse(refused.json()).type).toBe("urn:lookinglass:problem:store-full");
    await remove(id, deleteToken);
    expect((await create({ spec })).statusCode).toBe(201);
  });

  test("settings and title may be left out", async () => {
    const { id } = await created({ spec });
    expect((await get(id)).json()).toMatchObject({ settings: {}, title: null });
  });

  test.each([
    ["1d", "2026-02-01"],
    ["7d", "2026-02-07"],
    ["30d", "2026-03-02"],
    ["365d", "2027-01-31"],
  ])("%s: until %s", async (expiresIn, day) => {
    expect(await created({ spec, expiresIn })).toMatchObject({ expiresAt: `${day}T12:00:00.000Z` });
  });

  test("an expired share is gone: 410, also for its preview and its deletion", async () => {
    const { id, deleteToken } = await created({ spec, expiresIn: "1d" });
    now = new Date(now.getTime() + DAY);
    for (const response of [await get(id), await get(`${id}/preview`), await remove(id, deleteToken)]) {
      expect(response.statusCode).toBe(410);
      expect(problemSchema.parse(response.json()).type).toBe("urn:lookinglass:problem:share-gone");
    }
  });

  test.each(["AAAAAAAAAAAAAAAAAAAAAA", "short", "..%2F..%2Fetc", "' or 1=1 --"])(
    "no share %s: 404",
    async (id) => {
      for (const response of [await get(id), await get(`${id}/preview`), await remove(id, "token")]) {
        expect(response.statusCode).toBe(404);
        expect(problemSchema.parse(response.json()).type).toBe("urn:lookinglass:problem:share-not-found");
      }
    },
  );

  test("only its own token deletes a share, once", async () => {
    const { id, deleteToken } = await created({ spec });
    const other = await created({ spec });
    for (const token of [undefined, "", other.deleteToken, `${deleteToken}x`, deleteToken.slice(1)]) {
      const refused = await remove(id, token);
      expect(refused.statusCode).toBe(403);
      expect(problemSchema.parse(refused.json()).type).toBe("urn:lookinglass:problem:wrong-delete-token");
    }
    const deleted = await remove(id, deleteToken);
    expect(deleted.statusCode).toBe(204);
    expect(deleted.body).toBe("");
    expect((await get(id)).statusCode).toBe(410);
    expect((await remove(id, deleteToken)).statusCode).toBe(410);
    expect((await get(other.id)).statusCode).toBe(200);
  });

  test("a Secret document is never shared, acknowledged or not", async () => {
    const text = "kind: Cluster\n---\nkind: Secret\nstringData: {password: hunter2}\n";
    for (const acknowledgeSecrets of [false, true]) {
      const refused = await create({ spec: text, acknowledgeSecrets });
      expect(refused.statusCode).toBe(422);
      expect(refused.body).not.toContain("hunter2");
      expect(problemSchema.parse(refused.json())).toMatchObject({
        type: "urn:lookinglass:problem:share-holds-secrets",
        errors: [{ path: "spec", message: "A Kubernetes Secret at line 2, column 1" }],
        secrets: [{ kind: "secret-document", range: { start: { line: 2, column: 1 } } }],
      });
    }
  });

  test("what looks like a credential is shared only when acknowledged", async () => {
    const text = "kind: Cluster\nspec:\n  registryPassword: hunter2\n";
    const refused = await create({ spec: text });
    expect(refused.statusCode).toBe(422);
    expect(problemSchema.parse(refused.json()).secrets).toEqual([
      {
        kind: "credential",
        path: ["spec", "registryPassword"],
        range: { start: { line: 3, column: 21 }, end: { line: 3, column: 28 } },
        description: "The value of registryPassword",
      },
    ]);
    expect((await create({ spec: text, acknowledgeSecrets: true })).statusCode).toBe(201);
  });
});

describe("shares of one service", () => {
  test("writes are limited for each address; reads have a limit of their own", async () => {
    const service = await startTestApp({
      environment: { WRITES_PER_MINUTE: "2", READS_PER_MINUTE: "5", TRUST_PROXY: "true" },
    });
    const create = (address: string) =>
      service.app.inject({
        method: "POST",
        url: "/api/v1/shares",
        payload: { spec },
        headers: { "x-forwarded-for": address },
      });
    expect((await create("192.0.2.1")).statusCode).toBe(201);
    expect((await create("192.0.2.1")).statusCode).toBe(201);
    const refused = await create("192.0.2.1");
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(problemSchema.parse(refused.json()).type).toBe("urn:lookinglass:problem:too-many-requests");
    const other = await create("192.0.2.2");
    expect(other.statusCode).toBe(201);
    for (let reads = 0; reads < 5; reads++) {
      expect((await service.app.inject({ url: `/api/v1/shares/${other.json().id}` })).statusCode).toBe(200);
    }
    expect((await service.app.inject({ url: `/api/v1/shares/${other.json().id}` })).statusCode).toBe(429);
    await service.close();
  });

  test.each(["a b", "host/path", "user@host", "host?x", "[::1"])(
    "a Host header %j names no host: a bad request, and nothing is stored",
    async (host) => {
      const service = await startTestApp();
      const request = {
        method: "POST",
        url: "/api/v1/shares",
        payload: { spec },
        headers: { host },
      } as const;
      const response = await service.app.inject(request);
      expect(response.statusCode).toBe(400);
      expect(await service.store.count()).toBe(0);
      await service.close();
    },
  );

  test("links lead to where users reach the app", async () => {
    const service = await startTestApp({ environment: { PUBLIC_URL: "https://looking.example.com" } });
    const response = await service.app.inject({ method: "POST", url: "/api/v1/shares", payload: { spec } });
    expect(response.json().url).toBe(`https://looking.example.com/s/${response.json().id}`);
    await service.close();
  });

  test("the log holds no spec, no token, no id and no query", async () => {
    const service = await startTestApp();
    const payload = { spec: "marker-in-spec: 1", title: "marker-in-title" };
    const share = (await service.app.inject({ method: "POST", url: "/api/v1/shares", payload })).json();
    await service.app.inject({ url: `/api/v1/shares/${share.id}?marker-in-query=1` });
    const headers = { authorization: `Bearer ${share.deleteToken}` };
    await service.app.inject({ method: "DELETE", url: `/api/v1/shares/${share.id}`, headers });
    const log = service.logged();
    expect(log).toContain('"route":"/api/v1/shares/:id","status":204');
    for (const secret of ["marker", share.id, share.deleteToken]) expect(log).not.toContain(secret);
    await service.close();
  });
});
