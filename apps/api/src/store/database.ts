import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Kysely, PostgresDialect, SqliteDialect } from "kysely";
import Database from "libsql";
import { Pool } from "pg";
import { migrate } from "./migrations.js";
import type { StoreDatabase, StoreTables } from "./schema.js";

/** Where shares are kept: a PostgreSQL server by its URL, or a file in a directory of this machine. */
export type StoreLocation = { readonly databaseUrl: string } | { readonly dataDir: string };

const SQLITE_FILE = "lookinglass.db";
const BUSY_TIMEOUT_MS = 5_000;
const CONNECTION_TIMEOUT_MS = 5_000;

/**
 * Opens the database and brings its tables up to date. Creates the directory of a SQLite file. Throws when
 * the place cannot be written or the server cannot be reached.
 */
export async function openDatabase(location: StoreLocation): Promise<StoreDatabase> {
  const db =
    "databaseUrl" in location ? openPostgres(location.databaseUrl) : await openSqlite(location.dataDir);
  try {
    await migrate(db, { bytes: "databaseUrl" in location ? "bytea" : "blob" });
    return db;
  } catch (cause) {
    await db.destroy();
    throw cause;
  }
}

function openPostgres(connectionString: string): StoreDatabase {
  const pool = new Pool({ connectionString, max: 10, connectionTimeoutMillis: CONNECTION_TIMEOUT_MS });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  return new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) });
}

/** synchronous=FULL: a share is acknowledged only when it would survive the loss of power. */
async function openSqlite(dataDir: string): Promise<StoreDatabase> {
  await mkdir(dataDir, { recursive: true });
  const database = new Database(join(dataDir, SQLITE_FILE), { timeout: BUSY_TIMEOUT_MS });
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  return new Kysely<StoreTables>({ dialect: new SqliteDialect({ database }) });
}
