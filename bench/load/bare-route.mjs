/** A Fastify route that does nothing: what this machine and its HTTP take at least. */
import { createRequire } from "node:module";

const fastify = createRequire(new URL("../../apps/api/package.json", import.meta.url))("fastify");
const app = fastify();
app.get("/", async () => ({ status: "ok" }));
console.log(`listening at ${await app.listen({ port: 0, host: "127.0.0.1" })}`);
process.once("SIGTERM", () => app.close());
