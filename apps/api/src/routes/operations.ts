import type { FastifyInstance } from "fastify";
import type { Metrics } from "../metrics.js";
import type { ShareStore } from "../store/share-store.js";

/** /healthz: the process answers. /readyz: its share store answers too. /metrics: for Prometheus. */
export function addOperationsRoutes(app: FastifyInstance, store: ShareStore, metrics: Metrics): void {
  const schema = { hide: true };
  app.get("/healthz", { schema }, async () => ({ status: "ok" }));

  app.get("/readyz", { schema }, async () => {
    await store.ping();
    return { status: "ready" };
  });

  app.get("/metrics", { schema }, async (_request, reply) => {
    const { registry } = metrics;
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
