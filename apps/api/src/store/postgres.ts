import { Socket } from "node:net";
import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool, type PoolConfig } from "pg";
import type { DatabaseTimes } from "./database.js";
import { migrate } from "./migrations.js";
import type { StoreDatabase, StoreTables } from "./schema.js";

const MOST_CONNECTIONS = 10;
/** A connection is made anew after half an hour: so that all of them find a server that has taken another's place. */
const MOST_SECONDS = 1_800;
/** Before the system asks whether the other side of an idle connection is still there. */
const KEEP_ALIVE_MS = 10_000;
const RETRY_MS = 500;

/**
 * Brings the tables up to date, then gives a pool of connections of which none outlives its server: one that breaks, or
 * stays silent for longer than the server may take, is closed and replaced.
 */
export async function startPostgres(connectionString: string, times: DatabaseTimes): Promise<StoreDatabase> {
  const { timeoutMs } = times;
  await migratePostgres(connectionString, times);
  const db = connect({
    connectionString,
    max: MOST_CONNECTIONS,
    maxLifetimeSeconds: MOST_SECONDS,
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: timeoutMs,
    // An idle connection is let go before its silence is taken for the server's.
    idleTimeoutMillis: timeoutMs / 2,
    stream: () => closingWhenSilent(timeoutMs),
  });
  try {
    await sql`select 1`.execute(db);
    return db;
  } catch (cause) {
    await db.destroy();
    throw cause;
  }
}

/** On connections of its own: a migration may take its time, and wait for another process's. */
async function migratePostgres(connectionString: string, { timeoutMs }: DatabaseTimes): Promise<void> {
  const db = connect({ connectionString, connectionTimeoutMillis: timeoutMs });
  try {
    await migrate(db, { bytes: "bytea" });
  } finally {
    await db.destroy();
  }
}

function connect(config: PoolConfig): StoreDatabase {
  const pool = new Pool({ ...config, keepAlive: true, keepAliveInitialDelayMillis: KEEP_ALIVE_MS });
  // A connection that breaks fails the query that it is in and is replaced by the pool, whether it is idle (the pool tells)
  // or in use (it tells itself). An error that nobody listens to would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * The driver's own query_timeout gives the query up but keeps its connection, on which the next one waits as well. One whose
 * packets are swallowed has to go.
 */
function closingWhenSilent(timeoutMs: number): Socket {
  const socket = new Socket();
  socket.setTimeout(timeoutMs, () =>
    socket.destroy(new Error(`the database was silent for ${timeoutMs / 1_000} s`)),
  );
  return socket;
}

/** Tries again while the server is not there yet; throws at once what waiting does not mend, such as a wrong password. */
export async function untilReachable<T>(
  attempt: () => Promise<T>,
  { waitMs, onWait }: DatabaseTimes,
): Promise<T> {
  const until = Date.now() + waitMs;
  let isTold = false;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isAway(error) || Date.now() + RETRY_MS > until) throw error;
      if (!isTold) onWait?.(`The database is not there yet; trying for ${waitMs / 1_000} s.`);
      isTold = true;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** SQLSTATE classes of a server that is starting, ending, or has no connection to spare. */
const AWAY_CLASSES = ["08", "53", "57"];

/** Is it the server that is missing, rather than something that it has refused? */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.cause !== undefined) return isAway(error.cause);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // The server's own errors have codes of five characters; the network's have longer ones, the driver's none.
  return !/^[0-9A-Z]{5}$/.test(code) || AWAY_CLASSES.some((each) => code.startsWith(each));
}
