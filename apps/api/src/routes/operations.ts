import type { FastifyInstance } from "fastify";
import { Refusal } from "../problems.js";
import type { ShareStore } from "../store/share-store.js";

/** /healthz: the process answers. /readyz: its share store answers too. */
export function addHealthRoutes(app: FastifyInstance, store: ShareStore): void {
  app.get("/healthz", { schema: { hide: true } }, async () => ({ status: "ok" }));

  app.get("/readyz", { schema: { hide: true } }, async (request) => {
    try {
      await store.ping();
    } catch (error) {
      request.log.error({ err: error }, "the share store does not answer");
      throw new Refusal("unavailable", "The share store does not answer.");
    }
    return { status: "ready" };
  });
}
