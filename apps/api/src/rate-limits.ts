import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, onRequestAsyncHookHandler } from "fastify";
import type { Config } from "./config.js";

/** What is counted together for one client address: a route takes one of them as its onRequest hook. */
export interface RateLimits {
  readonly writes: onRequestAsyncHookHandler;
  readonly analyses: onRequestAsyncHookHandler;
  readonly reads: onRequestAsyncHookHandler;
}

/**
 * Limits for each client address (an IPv6 client is its /64 network), counted in this process. What is over them is
 * answered 429 with Retry-After before its body is read.
 */
export async function limitRates(app: FastifyInstance, config: Config): Promise<RateLimits> {
  await app.register(rateLimit, { global: false });
  const limit = (max: number) => app.rateLimit({ max, timeWindow: "1 minute" });
  return {
    writes: limit(config.WRITES_PER_MINUTE),
    analyses: limit(config.ANALYSES_PER_MINUTE),
    reads: limit(config.READS_PER_MINUTE),
  };
}
