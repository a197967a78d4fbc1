import type { FastifyInstance } from "fastify";
import { buildApp } from "./app.js";
import { openCatalog } from "./catalog.js";
import { type Config, readConfig } from "./config.js";
import { createEngine } from "./engine.js";
import { openDatabase } from "./store/database.js";
import { createShareStore, type ShareStore } from "./store/share-store.js";

const PURGE_INTERVAL_MS = 3_600_000;
/** How long requests in flight may take to end once the process is told to. */
const SHUTDOWN_TIMEOUT_MS = 10_000;

/** A running service. */
export interface Server {
  /** Where it listens, for this machine. */
  readonly url: string;
  /** Finishes what is in flight, then closes the store. */
  stop(): Promise<void>;
}

/** Opens the share store, and listens. Rejects when either is not possible. */
export async function startServer(config: Config): Promise<Server> {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = config;
  const store = createShareStore(
    await openDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl }),
  );
  try {
    const readCatalog = await openCatalog(config.EXAMPLES_DIR);
    const app = await buildApp(config, { engine: createEngine(), store, readCatalog });
    const url = await app.listen({ port: config.PORT, host: config.HOST });
    const purging = purgeRegularly(app, store);
    return { url, stop: () => stop(app, store, purging) };
  } catch (cause) {
    await store.close();
    throw cause;
  }
}

function purgeRegularly(app: FastifyInstance, store: ShareStore): NodeJS.Timeout {
  const purge = () =>
    store.purge().then(
      (purged) => purged > 0 && app.log.info({ purged }, "expired shares purged"),
      (error: unknown) => app.log.error({ err: error }, "expired shares could not be purged"),
    );
  void purge();
  return setInterval(purge, PURGE_INTERVAL_MS);
}

async function stop(app: FastifyInstance, store: ShareStore, purging: NodeJS.Timeout): Promise<void> {
  clearInterval(purging);
  await app.close();
  await store.close();
}

/**
 * Runs the service until SIGINT or SIGTERM. A fault of the configuration or at the start is told on standard
 * error and makes the exit code 1.
 *
 * @param onListening is told where the service listens
 */
export async function runServer(
  environment: Readonly<Record<string, string | undefined>>,
  onListening: (url: string) => void = () => undefined,
): Promise<void> {
  const read = readConfig(environment);
  if (!read.ok) return fail(read.faults.join("\n"));
  try {
    const server = await startServer(read.config);
    endOnSignal(server);
    onListening(server.url);
  } catch (error) {
    fail(error instanceof Error ? messageOf(error) : String(error));
  }
}

/** Ctrl-C reaches a process more than once when scripts pass it on: only the first one counts. */
function endOnSignal(server: Server): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), SHUTDOWN_TIMEOUT_MS).unref();
    void server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        fail(String(error));
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", end).on("SIGINT", end);
}

function messageOf(error: Error): string {
  if ("code" in error && error.code === "EADDRINUSE") return `${error.message}. Set PORT to another port.`;
  return error.cause instanceof Error ? `${error.message}: ${messageOf(error.cause)}` : error.message;
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
