import type { Writable } from "node:stream";
import compress from "@fastify/compress";
import { limits as bounds } from "@lookinglass/api-contract";
import fastify, { type FastifyInstance } from "fastify";
import type { CatalogReader } from "./catalog.js";
import { answerClientError } from "./client-errors.js";
import type { Config } from "./config.js";
import { closeConnectionsAtEnd } from "./ending.js";
import type { Engine } from "./engine/engine.js";
import { handleErrors, sendError } from "./errors.js";
import { readJsonBodies } from "./json-body.js";
import type { Metrics } from "./metrics.js";
import { describeApi } from "./openapi.js";
import { limitRates } from "./rate-limits.js";
import { loggingOptions, recordRequests } from "./request-log.js";
import { analysisRoutes } from "./routes/analysis.js";
import { catalogRoutes } from "./routes/catalog.js";
import { addOperationsRoutes } from "./routes/operations.js";
import { schemaRoutes } from "./routes/schema.js";
import { shareRoutes } from "./routes/shares.js";
import { toolRoutes } from "./routes/tools.js";
import { addSecurityHeaders } from "./security-headers.js";
import type { ShareStore } from "./store/share-store.js";
import { serializerCompiler, validatorCompiler } from "./validation.js";
import { serveWebApp } from "./web-app.js";

export interface AppDependencies {
  readonly engine: Engine;
  readonly store: ShareStore;
  readonly readCatalog: CatalogReader;
  readonly metrics: Metrics;
  /** Where log lines go; standard output when absent. */
  readonly logTo?: Writable;
}

/** Milliseconds of silence on a connection after which it is closed; longer than any answer takes to compute. */
const CONNECTION_TIMEOUT_MS = 60_000;
/** Milliseconds between looks for requests that have taken too long to arrive. */
const CHECKING_INTERVAL_MS = 1_000;

/**
 * The whole HTTP service, ready to listen or to be asked through `inject`. Engine and store stay the caller's to close.
 */
export async function buildApp(config: Config, dependencies: AppDependencies): Promise<FastifyInstance> {
  const { store, metrics, logTo } = dependencies;
  const app = fastify({
    ...loggingOptions(config, logTo),
    ...timeouts(config),
    bodyLimit: bounds.MAX_BODY_BYTES,
    trustProxy: (_address: string, hop: number) => hop < config.TRUST_PROXY,
    frameworkErrors: sendError,
    clientErrorHandler: answerClientError,
  });
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  readJsonBodies(app);
  recordRequests(app, metrics);
  handleErrors(app);
  closeConnectionsAtEnd(app);
  await addSecurityHeaders(app, config.PUBLIC_URL?.startsWith("https:") ?? false);
  await app.register(compress, { threshold: 1_024 });
  await addRoutes(app, config, dependencies);
  addOperationsRoutes(app, store, metrics);
  return app;
}

async function addRoutes(app: FastifyInstance, config: Config, dependencies: AppDependencies): Promise<void> {
  const { engine, store, readCatalog, metrics } = dependencies;
  const limits = await limitRates(app, config);
  await describeApi(app);
  app.addHook("onRequest", async (request, reply) => {
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
  });
  const prefix = "/api/v1";
  const publicUrl = config.PUBLIC_URL ?? null;
  app.register(analysisRoutes(engine, limits), { prefix });
  app.register(toolRoutes(engine, limits), { prefix });
  app.register(catalogRoutes(readCatalog), { prefix });
  app.register(schemaRoutes, { prefix });
  const shares = { store, engine, metrics, limits, maxShares: config.MAX_SHARES, publicUrl };
  app.register(shareRoutes(shares), { prefix });
  await serveWebApp(app, { root: config.WEB_ROOT, store, limits, publicUrl });
}

/** What ends the connections of clients that send or read too slowly. */
function timeouts({ REQUEST_TIMEOUT_MS }: Config) {
  return {
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    http: { headersTimeout: REQUEST_TIMEOUT_MS, connectionsCheckingInterval: CHECKING_INTERVAL_MS },
  };
}
