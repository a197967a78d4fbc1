import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Kysely, SqliteDialect } from "kysely";
import Database from "libsql";
import { migrate } from "./migrations.js";
import { startPostgres, untilReachable } from "./postgres.js";
import type { StoreDatabase, StoreTables } from "./schema.js";

/** Where shares are kept: a PostgreSQL server by its URL, or a file in a directory of this machine. */
export type StoreLocation = { readonly databaseUrl: string } | { readonly dataDir: string };

/** How a PostgreSQL server is talked to. */
export interface DatabaseTimes {
  /** Milliseconds in which it has to answer, and to accept a connection. */
  readonly timeoutMs: number;
  /** Milliseconds that the start waits for one that is not there yet. */
  readonly waitMs: number;
  /** Is told once that there is something to wait for. */
  readonly onWait?: (message: string) => void;
}

const SQLITE_FILE = "lookinglass.db";
const BUSY_TIMEOUT_MS = 5_000;
const DEFAULT_TIMES: DatabaseTimes = { timeoutMs: 5_000, waitMs: 0 };

/**
 * Opens the database and brings its tables up to date. Creates the directory of a SQLite file. Throws when
 * the place cannot be written or the server cannot be reached.
 */
export async function openDatabase(
  location: StoreLocation,
  times: DatabaseTimes = DEFAULT_TIMES,
): Promise<StoreDatabase> {
  if ("databaseUrl" in location) {
    return untilReachable(() => startPostgres(location.databaseUrl, times), times);
  }
  const db = await openSqlite(location.dataDir);
  try {
    await migrate(db, { bytes: "blob" });
    return db;
  } catch (cause) {
    await db.destroy();
    throw cause;
  }
}

/** synchronous=FULL: a share is acknowledged only when it would survive the loss of power. */
async function openSqlite(dataDir: string): Promise<StoreDatabase> {
  await mkdir(dataDir, { recursive: true });
  const database = new Database(join(dataDir, SQLITE_FILE), { timeout: BUSY_TIMEOUT_MS });
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  return new Kysely<StoreTables>({ dialect: new SqliteDialect({ database }) });
}
