/** A whole app on a store in a temporary directory, asked through `inject`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { buildApp } from "../app.js";
import { openCatalog } from "../catalog.js";
import { readConfig } from "../config.js";
import { compute, type Engine, engineOf } from "../engine/engine.js";
import { createMetrics } from "../metrics.js";
import { openDatabase, type StoreLocation } from "../store/database.js";
import { createShareStore, type ShareStore } from "../store/share-store.js";

export interface TestApp {
  readonly app: FastifyInstance;
  readonly store: ShareStore;
  /** Lines of the log so far. */
  logged(): string;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly location?: StoreLocation;
  readonly engine?: Partial<Engine>;
  readonly now?: () => Date;
  /** Files of the built web app; not built when absent. */
  readonly webFiles?: Readonly<Record<string, string>>;
}

const examples = fileURLToPath(new URL("../../../../examples", import.meta.url));

/** Tests ask from one address, and more than any client does. */
const UNLIMITED = {
  WRITES_PER_MINUTE: "1000000",
  ANALYSES_PER_MINUTE: "1000000",
  READS_PER_MINUTE: "1000000",
};

/** Computes on the event loop: threads take their time to start. */
const engineInPlace = engineOf(async (name, input) => compute(name, input));

export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const root = mkdtempSync(join(tmpdir(), "lookinglass-api-"));
  const webRoot = join(root, "web");
  writeFiles(webRoot, options.webFiles ?? {});
  const config = configFrom({
    ...UNLIMITED,
    EXAMPLES_DIR: examples,
    WEB_ROOT: webRoot,
    ...options.environment,
  });
  const db = await openDatabase(options.location ?? { dataDir: join(root, "data") });
  const store = createShareStore(db, options.now);
  const log: string[] = [];
  const logTo = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log.push(chunk.toString("utf8"));
      done();
    },
  });
  const engine = { ...engineInPlace, ...options.engine };
  const readCatalog = await openCatalog(examples);
  const app = await buildApp(config, { engine, store, readCatalog, metrics: createMetrics(), logTo });
  const close = async () => {
    await app.close();
    await store.close();
    rmSync(root, { recursive: true, force: true });
  };
  return { app, store, logged: () => log.join(""), close };
}

function configFrom(environment: Readonly<Record<string, string>>) {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(read.faults.join("; "));
  return read.config;
}

function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}
