import { randomUUID } from "node:crypto";
import type { Writable } from "node:stream";
import compress from "@fastify/compress";
import rateLimit from "@fastify/rate-limit";
import { limits } from "@lookinglass/api-contract";
import fastify, { type FastifyInstance, LogController } from "fastify";
import type { CatalogReader } from "./catalog.js";
import type { Config } from "./config.js";
import type { Engine } from "./engine.js";
import { handleErrors, sendError } from "./errors.js";
import { readJsonWith } from "./json-body.js";
import { describeApi } from "./openapi.js";
import { analysisRoutes } from "./routes/analysis.js";
import { catalogRoutes } from "./routes/catalog.js";
import { addHealthRoutes } from "./routes/health.js";
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
  /** Where log lines go; standard output when absent. */
  readonly logTo?: Writable;
}

/** Milliseconds in which a client must have sent its whole request. */
const REQUEST_TIMEOUT_MS = 30_000;

/** The whole HTTP service, ready to listen or to be asked through `inject`. The store stays the caller's to close. */
export async function buildApp(config: Config, dependencies: AppDependencies): Promise<FastifyInstance> {
  const { engine, store, readCatalog, logTo } = dependencies;
  const app = fastify({
    logger: { level: config.LOG_LEVEL, ...(logTo === undefined ? {} : { stream: logTo }) },
    // Fastify's own lines hold the URL, and with it queries and share ids.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: limits.MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: config.TRUST_PROXY,
    frameworkErrors: sendError,
  });
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  readJsonWith(app, (text) => JSON.parse(text));
  logRequests(app);
  handleErrors(app);
  await addSecurityHeaders(app, config.PUBLIC_URL?.startsWith("https:") ?? false);
  await app.register(compress, { threshold: 1_024 });
  await app.register(rateLimit, { global: false });
  await describeApi(app);

  const publicUrl = config.PUBLIC_URL ?? null;
  const prefix = "/api/v1";
  app.addHook("onRequest", async (request, reply) => {
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
  });
  app.register(analysisRoutes(engine), { prefix });
  app.register(toolRoutes(engine), { prefix });
  app.register(catalogRoutes(readCatalog), { prefix });
  app.register(schemaRoutes, { prefix });
  app.register(shareRoutes({ store, engine, writesPerMinute: config.WRITES_PER_MINUTE, publicUrl }), {
    prefix,
  });
  addHealthRoutes(app, store);
  await serveWebApp(app, config.WEB_ROOT);
  return app;
}

/** One line for each request, by the route's pattern: never a body, a query, a token or a share's id. */
function logRequests(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method, route: routeOptions.url ?? "-", status: reply.statusCode, ms }, "answered");
  });
}
