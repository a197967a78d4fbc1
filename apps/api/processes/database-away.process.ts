import { problemSchema } from "@lookinglass/api-contract";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findPostgres, type PrivatePostgres, startPostgres } from "../src/testing/postgres.js";
import { type ApiProcess, startApi } from "./api-process.js";
import { type SwallowingProxy, startProxy } from "./swallowing-proxy.js";

const binaries = findPostgres();
const JSON_TYPE = { "content-type": "application/json" };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function share(api: ApiProcess, spec: string): Promise<{ status: number; id: string }> {
  const body = JSON.stringify({ spec });
  const response = await fetch(`${api.url}/api/v1/shares`, { method: "POST", headers: JSON_TYPE, body });
  const { id = "" } = await response.json();
  return { status: response.status, id };
}

const read = async (api: ApiProcess, id: string) => {
  const response = await fetch(`${api.url}/api/v1/shares/${id}`);
  return { status: response.status, body: await response.json(), headers: response.headers };
};

const statusOf = async (api: ApiProcess, path: string) => (await fetch(`${api.url}${path}`)).status;

async function untilReady(api: ApiProcess): Promise<void> {
  while ((await statusOf(api, "/readyz")) !== 200) await pause(50);
}

if (binaries === null)
  test.skip("a database that goes away: no PostgreSQL programs on this machine", () => undefined);

describe.runIf(binaries !== null)("a PostgreSQL that goes away", () => {
  let server: PrivatePostgres;
  let databaseUrl: string;
  let api: ApiProcess;
  beforeAll(async () => {
    server = await startPostgres(binaries ?? "");
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    databaseUrl = await server.newDatabase();
  });
  afterEach(async () => {
    await api.end("SIGKILL");
    await server.start();
  });

  test("stopped under eight writers, it ends no process; the API is ready again with it, and nothing is lost", async () => {
    api = await startApi({ databaseUrl });
    const acknowledged = new Map<string, string>();
    const refused = new Set<number>();
    let isOver = false;
    const writer = async (name: number) => {
      for (let count = 0; !isOver; count++) {
        const spec = `writer: ${name}\ncount: ${count}\n`;
        const { status, id } = await share(api, spec);
        if (status === 201) acknowledged.set(id, spec);
        else refused.add(status);
      }
    };
    const writers = Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)));
    const until = async (holds: () => boolean) => {
      // A writer that has no answer at all ends it.
      while (!holds()) await Promise.race([pause(10), writers]);
    };
    for (let round = 1; round <= 3; round++) {
      const before = acknowledged.size;
      await until(() => acknowledged.size >= before + 40);
      refused.clear();
      await server.halt();
      await until(() => refused.size > 0);
      expect(await statusOf(api, "/healthz")).toBe(200);
      expect(await statusOf(api, "/readyz")).toBe(503);
      await server.start();
      await untilReady(api);
    }
    const before = acknowledged.size;
    await until(() => acknowledged.size > before);
    isOver = true;
    await writers;
    expect(refused).toEqual(new Set([503]));
    for (const [id, spec] of acknowledged) {
      expect(await read(api, id)).toMatchObject({ status: 200, body: { spec } });
    }
  });

  test("while it is away, what needs it is 503 with words, and all else is answered", async () => {
    api = await startApi({ databaseUrl });
    const { id } = await share(api, "kind: Cluster\n");
    await server.halt();
    const { status, body, headers } = await read(api, id);
    expect(status).toBe(503);
    expect(problemSchema.parse(body)).toMatchObject({
      type: "urn:lookinglass:problem:unavailable",
      detail: "The share store does not answer.",
    });
    expect(headers.get("retry-after")).toBe("5");
    expect(await share(api, "kind: Cluster\n")).toMatchObject({ status: 503 });
    const preview = { method: "POST", headers: JSON_TYPE, body: JSON.stringify({ spec: "kind: Cluster\n" }) };
    expect((await fetch(`${api.url}/api/v1/preview`, preview)).status).toBe(200);
    await server.start();
    await untilReady(api);
    expect(await read(api, id)).toMatchObject({ status: 200 });
  });

  test("the start waits for it, and says so", async () => {
    await server.halt();
    api = await startApi({ databaseUrl }, { DATABASE_WAIT_MS: "60000" }, async (logged) => {
      while (!logged().includes("The database is not there yet; trying for 60 s.")) await pause(20);
      await server.start();
    });
    expect(await share(api, "kind: Cluster\n")).toMatchObject({ status: 201 });
  });

  test("the start does not wait for ever, and what waiting does not mend is told at once", async () => {
    await server.halt();
    await expect(startApi({ databaseUrl }, { DATABASE_WAIT_MS: "600" })).rejects.toThrow(
      /could not be brought up to date/,
    );
    await server.start();
    const none = databaseUrl.replace(/test\d+/, "nothing");
    await expect(startApi({ databaseUrl: none }, { DATABASE_WAIT_MS: "600000" })).rejects.toThrow(
      /database "nothing" does not exist/,
    );
    api = await startApi({ databaseUrl });
  });

  describe("behind something that swallows packets", () => {
    let proxy: SwallowingProxy;
    beforeEach(async () => {
      proxy = await startProxy(server.socket);
      const url = new URL(databaseUrl);
      url.search = "";
      url.host = `127.0.0.1:${proxy.port}`;
      api = await startApi({ databaseUrl: url.href }, { DATABASE_TIMEOUT_MS: "1000" });
    });
    afterEach(() => proxy.stop());

    test("connections that have died in silence are replaced", async () => {
      const shares = await Promise.all(Array.from({ length: 10 }, (_, n) => share(api, `n: ${n}\n`)));
      const [{ id } = { id: "" }] = shares;
      // Each of the pool's connections is in use or idle, and dead.
      const during = Promise.all(Array.from({ length: 10 }, () => read(api, id)));
      proxy.swallow();
      for (const { status } of await during) expect([200, 503]).toContain(status);
      await untilReady(api);
      for (let count = 0; count < 20; count++) expect(await read(api, id)).toMatchObject({ status: 200 });
    });

    test("a server that accepts connections and says nothing is away, and the process ends in order", async () => {
      const { id } = await share(api, "kind: Cluster\n");
      proxy.swallowNew(true);
      proxy.swallow();
      expect(await read(api, id)).toMatchObject({ status: 503 });
      expect(await statusOf(api, "/readyz")).toBe(503);
      expect(await statusOf(api, "/healthz")).toBe(200);
      proxy.swallowNew(false);
      await untilReady(api);
      expect(await read(api, id)).toMatchObject({ status: 200 });
      proxy.swallow();
      expect(await api.end("SIGTERM")).toBe(0);
    });
  });
});
