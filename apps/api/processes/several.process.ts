import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { StoreLocation } from "../src/store/database.js";
import { storeKinds, type TestStores } from "../src/testing/stores.js";
import { type ApiProcess, startApi } from "./api-process.js";

const running: ApiProcess[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((api) => api.end("SIGKILL")));
});

async function start(location: StoreLocation): Promise<ApiProcess> {
  const api = await startApi(location);
  running.push(api);
  return api;
}

interface Acknowledged {
  readonly id: string;
  readonly deleteToken: string;
  readonly spec: string;
}

async function share(api: ApiProcess, spec: string): Promise<Acknowledged> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${api.url}/api/v1/shares`, {
    method: "POST",
    headers,
    body: JSON.stringify({ spec }),
  });
  if (response.status !== 201) throw new Error(`answered ${response.status}`);
  const { id, deleteToken } = await response.json();
  return { id, deleteToken, spec };
}

async function read(api: ApiProcess, id: string): Promise<{ status: number; spec: unknown }> {
  const response = await fetch(`${api.url}/api/v1/shares/${id}`);
  return { status: response.status, spec: (await response.json()).spec };
}

const WRITERS = 6;
/** Shares acknowledged when the process is killed; the writers go on meanwhile. */
const BEFORE_THE_KILL = 60;
/** Far more than can be written before the process is gone: the loop ends in any case. */
const MOST = 2_000;

/** Writes from several clients at once until the process is killed in the midst of it; what it had acknowledged. */
async function killUnderWrites(api: ApiProcess): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  let killed: Promise<unknown> | null = null;
  const writer = async (name: number) => {
    for (let count = 0; count < MOST; count++) {
      const written = await share(api, `writer: ${name}\ncount: ${count}\n`).catch(() => null);
      if (written === null) return;
      acknowledged.push(written);
      if (acknowledged.length >= BEFORE_THE_KILL) killed ??= api.end("SIGKILL");
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, name) => writer(name)));
  expect(killed).not.toBeNull();
  expect(await killed).toBeNull();
  return acknowledged;
}

async function expectAll(api: ApiProcess, acknowledged: readonly Acknowledged[]): Promise<void> {
  expect(acknowledged.length).toBeGreaterThanOrEqual(BEFORE_THE_KILL);
  for (const { id, spec } of acknowledged) expect(await read(api, id)).toEqual({ status: 200, spec });
}

describe.each(storeKinds.filter((kind) => kind.missing))("$name", () => {
  test.skip("several processes: no PostgreSQL programs on this machine", () => undefined);
});

const present = storeKinds.filter((kind) => !kind.missing);

describe.each(present)("one process on $name", ({ start: startStores }) => {
  let stores: TestStores;
  beforeAll(async () => {
    stores = await startStores();
  });
  afterAll(() => stores.stop());

  test("killed while it writes, it has lost nothing that it acknowledged", async () => {
    const location = await stores.newLocation();
    const acknowledged = await killUnderWrites(await start(location));
    await expectAll(await start(location), acknowledged);
  });
});

describe.each(present.filter(({ name }) => name === "PostgreSQL"))("two processes on one $name", (kind) => {
  let stores: TestStores;
  let one: ApiProcess;
  let other: ApiProcess;
  beforeAll(async () => {
    stores = await kind.start();
  });
  afterAll(() => stores.stop());
  beforeEach(async () => {
    const location = await stores.newLocation();
    [one, other] = await Promise.all([start(location), start(location)]);
  });

  test("each serves the other's shares at once, and deletes them", async () => {
    const shares = [await share(one, "from: one\n"), await share(other, "from: other\n")] as const;
    for (const { id, spec } of shares) {
      for (const api of [one, other]) expect(await read(api, id)).toEqual({ status: 200, spec });
    }
    const [{ id, deleteToken }] = shares;
    const headers = { authorization: `Bearer ${deleteToken}` };
    const deleted = await fetch(`${other.url}/api/v1/shares/${id}`, { method: "DELETE", headers });
    expect(deleted.status).toBe(204);
    expect(await read(one, id)).toMatchObject({ status: 410 });
  });

  test("when one is killed, the other serves what both have acknowledged", async () => {
    const [ofOne, ofOther] = await Promise.all([
      killUnderWrites(one),
      Promise.all(Array.from({ length: 20 }, (_, count) => share(other, `from: other\ncount: ${count}\n`))),
    ]);
    await expectAll(other, [...ofOne, ...ofOther]);
  });
});
