import type { FastifyInstance } from "fastify";

/**
 * Once the app is told to close, the answers that are still due close their connections: a kept-alive one would hold up
 * the end until its client lets go of it.
 */
export function closeConnectionsAtEnd(app: FastifyInstance): void {
  let isEnding = false;
  app.addHook("preClose", async () => {
    isEnding = true;
  });
  app.addHook("onSend", async (_request, reply) => {
    if (isEnding) reply.header("connection", "close");
  });
}
