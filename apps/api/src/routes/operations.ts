import type { FastifyInstance } from "fastify";
import type { Metrics } from "../metrics.js";
import { problem, Refusal } from "../problems.js";
import type { ShareStore } from "../store/share-store.js";

const RETRY_AFTER_SECONDS = 5;

/** /healthz: the process answers. /readyz: its share store answers too. /metrics: for Prometheus. */
export function addOperationsRoutes(app: FastifyInstance, store: ShareStore, metrics: Metrics): void {
  const schema = { hide: true };
  app.get("/healthz", { schema }, async () => ({ status: "ok" }));

  app.get("/readyz", { schema }, async (request) => {
    try {
      await store.ping();
    } catch (error) {
      request.log.error({ err: error }, "the share store does not answer");
      const unavailable = problem("unavailable", "The share store does not answer.");
      throw new Refusal(unavailable, RETRY_AFTER_SECONDS);
    }
    return { status: "ready" };
  });

  app.get("/metrics", { schema }, async (_request, reply) => {
    const { registry } = metrics;
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
