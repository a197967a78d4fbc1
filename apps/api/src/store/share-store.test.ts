import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { storeKinds, type TestStores } from "../testing/stores.js";
import type { ShareContent } from "./content.js";
import { openDatabase, type StoreLocation } from "./database.js";
import { bytesOf, type StoreDatabase } from "./schema.js";
import { createShareStore, type ShareStore } from "./share-store.js";

const DAY = 86_400_000;
/** Milliseconds in which even a busy machine starts and ends a database server. */
const STARTING_TAKES = 60_000;
const content: ShareContent = {
  spec: "kind: Cluster\nname: größe 🪞\r\n",
  settings: { spegelVersion: "0.4.0", nodeAddresses: { master: ["10.0.0.11"] } },
  title: "A title",
};

describe.each(storeKinds.filter((kind) => kind.missing))("$name", () => {
  test.skip("share store: no PostgreSQL programs on this machine", () => undefined);
});

describe.each(storeKinds.filter((kind) => !kind.missing))("share store on $name", ({ start }) => {
  let stores: TestStores;
  let location: StoreLocation;
  let db: StoreDatabase;
  let store: ShareStore;
  let now: Date;

  beforeAll(async () => {
    stores = await start();
  }, STARTING_TAKES);
  afterAll(() => stores.stop(), STARTING_TAKES);
  beforeEach(async () => {
    location = await stores.newLocation();
    now = new Date("2026-01-31T12:00:00.000Z");
    db = await openDatabase(location);
    store = createShareStore(db, () => now);
  });
  afterEach(() => store.close());

  const later = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };

  test("a share is read as it was written", async () => {
    const { id, expiresAt } = await store.create(content, 30 * DAY);
    expect(await store.read(id)).toEqual({
      status: "found",
      content,
      createdAt: new Date("2026-01-31T12:00:00.000Z"),
      expiresAt: new Date("2026-03-02T12:00:00.000Z"),
    });
    expect(expiresAt).toEqual(new Date("2026-03-02T12:00:00.000Z"));
  });

  test("ids are 128 random bits, tokens 256, in base64url", async () => {
    const shares = await Promise.all(Array.from({ length: 20 }, () => store.create(content, DAY)));
    expect(new Set(shares.map((share) => share.id)).size).toBe(20);
    for (const { id, deleteToken } of shares) {
      expect(Buffer.from(id, "base64url")).toHaveLength(16);
      expect(Buffer.from(deleteToken, "base64url")).toHaveLength(32);
    }
  });

  test("an unknown id is unknown", async () => {
    expect(await store.read("AAAAAAAAAAAAAAAAAAAAAA")).toEqual({ status: "unknown" });
    expect(await store.delete("AAAAAAAAAAAAAAAAAAAAAA", "token")).toBe("unknown");
  });

  test("it is there until the moment it expires, then gone", async () => {
    const { id, deleteToken } = await store.create(content, DAY);
    later(DAY - 1);
    expect(await store.read(id)).toMatchObject({ status: "found" });
    later(1);
    expect(await store.read(id)).toEqual({ status: "gone" });
    expect(await store.delete(id, deleteToken)).toBe("gone");
  });

  test("deleting needs its own token, and leaves it gone", async () => {
    const { id, deleteToken } = await store.create(content, DAY);
    const other = await store.create(content, DAY);
    expect(await store.delete(id, other.deleteToken)).toBe("wrong-token");
    expect(await store.delete(id, "")).toBe("wrong-token");
    expect(await store.read(id)).toMatchObject({ status: "found" });
    expect(await store.delete(id, deleteToken)).toBe("deleted");
    expect(await store.read(id)).toEqual({ status: "gone" });
    expect(await store.delete(id, deleteToken)).toBe("gone");
    expect(await store.read(other.id)).toMatchObject({ status: "found" });
  });

  test("purging empties what has expired and nothing else", async () => {
    const short = await store.create(content, DAY);
    const long = await store.create(content, 7 * DAY);
    later(2 * DAY);
    expect(await store.purge()).toBe(1);
    expect(await store.purge()).toBe(0);
    expect(await store.read(short.id)).toEqual({ status: "gone" });
    expect(await store.read(long.id)).toMatchObject({ status: "found" });
  });

  test("its card is read without it, and goes with it", async () => {
    const card = { title: "staging 🪞", summary: "3 roles" };
    const { id, deleteToken } = await store.create(content, DAY, card);
    const other = await store.create(content, DAY, card);
    expect(await store.readCard(id)).toEqual({ status: "found", card });
    await store.delete(id, deleteToken);
    expect(await store.readCard(id)).toEqual({ status: "gone" });
    later(DAY);
    expect(await store.readCard(other.id)).toEqual({ status: "gone" });
    await store.purge();
    const rows = await db.selectFrom("shares").select(["content", "card_title", "card_summary"]).execute();
    expect(rows).toEqual(Array(2).fill({ content: null, card_title: null, card_summary: null }));
    expect(await store.readCard("AAAAAAAAAAAAAAAAAAAAAA")).toEqual({ status: "unknown" });
  });

  test("a share need not have a card", async () => {
    const { id } = await store.create(content, DAY);
    expect(await store.readCard(id)).toEqual({ status: "found", card: null });
  });

  test("counts what is neither expired nor deleted", async () => {
    expect(await store.count()).toBe(0);
    const { id, deleteToken } = await store.create(content, DAY);
    await store.create(content, DAY);
    await store.create(content, 7 * DAY);
    expect(await store.count()).toBe(3);
    await store.delete(id, deleteToken);
    expect(await store.count()).toBe(2);
    later(DAY);
    expect(await store.count()).toBe(1);
  });

  test("content is compressed, the token is stored as a hash only", async () => {
    const spec = "registryFilters: []\n".repeat(5_000);
    const { deleteToken } = await store.create({ ...content, spec }, DAY);
    const row = await db.selectFrom("shares").selectAll().executeTakeFirstOrThrow();
    expect(row.content).not.toBeNull();
    expect(bytesOf(row.content ?? Buffer.alloc(0)).length).toBeLessThan(spec.length / 20);
    expect(bytesOf(row.delete_token_hash)).toEqual(createHash("sha256").update(deleteToken).digest());
  });

  test("a second process sees a share at once, and starting again keeps it", async () => {
    const { id } = await store.create(content, DAY);
    const second = createShareStore(await openDatabase(location), () => now);
    expect(await second.read(id)).toMatchObject({ status: "found", content });
    const fromSecond = await second.create(content, DAY);
    expect(await store.read(fromSecond.id)).toMatchObject({ status: "found" });
    await second.close();
  });

  test("ping answers while the database is open, and rejects after", async () => {
    await expect(store.ping()).resolves.toBeUndefined();
    const closed = createShareStore(await openDatabase(location));
    await closed.close();
    await expect(closed.ping()).rejects.toThrow();
  });
});
