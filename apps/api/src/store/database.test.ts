import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CompiledQuery } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "./database.js";

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

test("PostgreSQL: a server that is not there is an error", async () => {
  const databaseUrl = `postgresql://nobody@localhost/none?host=${root}`;
  await expect(openDatabase({ databaseUrl })).rejects.toThrow(
    "the share store could not be brought up to date",
  );
});
