import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { CompiledQuery } from "kysely";
import Database from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "./database.js";
import { createShareStore } from "./share-store.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "lookinglass-db-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("SQLite: the directory is made; writes go to a log first and are synchronised fully", async () => {
  const dataDir = join(root, "not", "yet", "there");
  const db = await openDatabase({ dataDir });
  const pragma = async (name: string) => (await db.executeQuery(CompiledQuery.raw(`pragma ${name}`))).rows[0];
  expect(await pragma("journal_mode")).toEqual({ journal_mode: "wal" });
  expect(await pragma("synchronous")).toEqual({ synchronous: 2 });
  await db.destroy();
  expect(existsSync(join(dataDir, "lookinglass.db"))).toBe(true);
});

test("SQLite: a directory that cannot be made is an error, not a store that forgets", async () => {
  writeFileSync(join(root, "file"), "");
  await expect(openDatabase({ dataDir: join(root, "file", "data") })).rejects.toThrow(/ENOTDIR/);
});

test("a store from before there were cards is brought up to date, and its shares are kept", async () => {
  const dataDir = join(root, "old");
  mkdirSync(dataDir);
  const old = new Database(join(dataDir, "lookinglass.db"));
  old.exec(`create table shares (id text primary key, content blob, delete_token_hash blob not null,
    created_at text not null, expires_at text not null)`);
  const content = deflateSync(JSON.stringify({ spec: "a: 1", settings: {}, title: null }));
  old
    .prepare("insert into shares values (?, ?, ?, ?, ?)")
    .run(
      "AAAAAAAAAAAAAAAAAAAAAA",
      content,
      Buffer.alloc(32),
      "2026-01-01T00:00:00.000Z",
      "9999-01-01T00:00:00.000Z",
    );
  old.close();
  const store = createShareStore(await openDatabase({ dataDir }));
  expect(await store.read("AAAAAAAAAAAAAAAAAAAAAA")).toMatchObject({
    status: "found",
    content: { spec: "a: 1" },
  });
  expect(await store.readCard("AAAAAAAAAAAAAAAAAAAAAA")).toEqual({ status: "found", card: null });
  await store.close();
});

test("PostgreSQL: a server that is not there is an error", async () => {
  const databaseUrl = `postgresql://nobody@localhost/none?host=${root}`;
  await expect(openDatabase({ databaseUrl })).rejects.toThrow(
    "the share store could not be brought up to date",
  );
});
