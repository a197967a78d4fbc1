/** The databases that every test of stored shares runs on. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StoreLocation } from "../store/database.js";
import { findPostgres, startPostgres } from "./postgres.js";

export interface TestStores {
  /** A new, empty place for a store. */
  newLocation(): Promise<StoreLocation>;
  stop(): Promise<void>;
}

const postgres = findPostgres();

/** Name, and how to start it. A missing PostgreSQL is left out in plain sight: the name says so. */
export const storeKinds: readonly { name: string; missing: boolean; start(): Promise<TestStores> }[] = [
  { name: "SQLite", missing: false, start: startSqlite },
  {
    name:
      postgres === null ? "PostgreSQL (not installed here: install postgresql to run these)" : "PostgreSQL",
    missing: postgres === null,
    start: startPostgresStores,
  },
];

async function startSqlite(): Promise<TestStores> {
  const root = mkdtempSync(join(tmpdir(), "lookinglass-sqlite-"));
  let made = 0;
  return {
    newLocation: async () => ({ dataDir: join(root, "made", String(++made)) }),
    stop: async () => rmSync(root, { recursive: true, force: true }),
  };
}

async function startPostgresStores(): Promise<TestStores> {
  if (postgres === null) throw new Error("PostgreSQL is not installed");
  const server = await startPostgres(postgres);
  return {
    newLocation: async () => ({ databaseUrl: await server.newDatabase() }),
    stop: () => server.stop(),
  };
}
