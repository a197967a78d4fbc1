import { randomUUID } from "node:crypto";
import type { Writable } from "node:stream";
import { type FastifyInstance, type FastifyServerOptions, LogController } from "fastify";
import type { Config } from "./config.js";
import type { Metrics } from "./metrics.js";

/** Route of what no route is for: a path that someone made up must be neither a line of the log nor a label. */
const NO_ROUTE = "-";

/**
 * The server options that make its log safe to keep: no URL, for it holds queries and share ids, and no words of an
 * error, for they may quote a spec.
 */
export function loggingOptions(
  { LOG_LEVEL: level }: Config,
  logTo: Writable | undefined,
): Pick<FastifyServerOptions, "logger" | "logController" | "genReqId"> {
  const serializers = { err: describeError, req: ({ method }: { method: string }) => ({ method }) };
  return {
    logger: { level, serializers, ...(logTo === undefined ? {} : { stream: logTo }) },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
  };
}

/** What kind of error, and where in the program: enough to find it. */
function describeError(
  error: Error & { code?: string },
): Record<"type" | "code" | "stack" | "message", string> {
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { type: error.name, code: String(error.code ?? ""), message: "", stack: places.join("\n") };
}

/** One line and one count for each request, by the route's pattern. */
export function recordRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    const { method, routeOptions } = request;
    const { statusCode: status, elapsedTime } = reply;
    const route = routeOptions.url ?? NO_ROUTE;
    request.log.info({ method, route, status, ms: Math.round(elapsedTime) }, "answered");
    metrics.answered({ method, route, status, seconds: elapsedTime / 1_000 });
  });
}
