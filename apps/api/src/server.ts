import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics } from "prom-client";
import { buildApp } from "./app.js";
import { openCatalog } from "./catalog.js";
import { type Config, readConfig } from "./config.js";
import { createPooledEngine, type PooledEngine } from "./engine/pooled-engine.js";
import { createMetrics, type Metrics } from "./metrics.js";
import { openDatabase } from "./store/database.js";
import { createShareStore, type ShareStore } from "./store/share-store.js";

const PURGE_INTERVAL_MS = 3_600_000;

/** A running service. */
export interface Server {
  /** Where it listens, for this machine. */
  readonly url: string;
  /** Finishes what is in flight, then ends the threads and closes the store. */
  stop(): Promise<void>;
}

/** Opens the share store, starts the engine's threads, and listens. Rejects when any of it is not possible. */
async function startServer(config: Config): Promise<Server> {
  const store = await openStore(config);
  const metrics = createMetrics();
  const pool = startEngine(config, metrics);
  const close = async () => {
    await pool.close();
    await store.close();
  };
  try {
    await pool.ready();
    observe(metrics, store, pool);
    const readCatalog = await openCatalog(config.EXAMPLES_DIR);
    const app = await buildApp(config, { engine: pool.engine, store, readCatalog, metrics });
    const url = await app.listen({ port: config.PORT, host: config.HOST });
    const purging = purgeRegularly(app, store);
    const stop = async () => {
      clearInterval(purging);
      await app.close();
      await close();
    };
    return { url, stop };
  } catch (cause) {
    await close();
    throw cause;
  }
}

async function openStore(config: Config): Promise<ShareStore> {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = config;
  const times = {
    timeoutMs: config.DATABASE_TIMEOUT_MS,
    waitMs: config.DATABASE_WAIT_MS,
    onWait: (message: string) => void process.stderr.write(`${message}\n`),
  };
  return createShareStore(
    await openDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl }, times),
  );
}

function startEngine(config: Config, metrics: Metrics): PooledEngine {
  const limits = {
    workers: config.ANALYSIS_WORKERS,
    queue: config.ANALYSIS_QUEUE,
    timeoutMs: config.ANALYSIS_TIMEOUT_MS,
    memoryMb: config.ANALYSIS_MEMORY_MB,
  };
  return createPooledEngine({ limits, onJob: metrics.jobEnded, onThreadLost: metrics.threadLost });
}

function observe(metrics: Metrics, store: ShareStore, pool: PooledEngine): void {
  collectDefaultMetrics({ register: metrics.registry });
  metrics.watch("lookinglass_analysis_waiting", () => pool.load().waiting);
  metrics.watch("lookinglass_analysis_running", () => pool.load().running);
  metrics.watch("lookinglass_shares_kept", () => store.count());
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
    endOnSignal(server, read.config.SHUTDOWN_TIMEOUT_MS);
    onListening(server.url);
  } catch (error) {
    fail(error instanceof Error ? messageOf(error) : String(error));
  }
}

/** Ctrl-C reaches a process more than once when scripts pass it on: only the first one counts. */
function endOnSignal(server: Server, timeoutMs: number): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), timeoutMs).unref();
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
