import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const builtWebApp = fileURLToPath(new URL("../../web/dist", import.meta.url));
const examples = fileURLToPath(new URL("../../../examples", import.meta.url));

/** One thread is left to the event loop; two at least, so that one hostile spec does not stall the others. */
const defaultWorkers = Math.min(4, Math.max(2, availableParallelism() - 1));

const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http or https URL" });
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// URL" });

/** An integer from text; the message names the bounds. */
function integer(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .refine((value) => value >= min && value <= max, { error });
}

/**
 * Whose X-Forwarded-* headers are believed: nobody's, those of the one proxy before the app, or of that many. What stands
 * further to the left in them was written by the client, which could name any address as its own.
 */
const trustedProxies = z
  .string()
  .regex(/^(true|false|[1-9])$/, "must be true, false, or the number of proxies before the app")
  .transform((text) => (text === "false" ? 0 : text === "true" ? 1 : Number(text)));

const environmentSchema = z.object({
  PORT: integer(0, 65_535).default(8_080),
  /** Loopback unless told otherwise: nothing of this machine is published by starting the app on it. */
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: postgresUrl.optional(),
  /** In which PostgreSQL must answer. */
  DATABASE_TIMEOUT_MS: integer(100, 600_000).default(5_000),
  /** How long the start waits for a PostgreSQL that is not there yet. */
  DATABASE_WAIT_MS: integer(0, 600_000).default(30_000),
  PUBLIC_URL: httpUrl.optional(),
  TRUST_PROXY: trustedProxies.default(0),
  /** Per client address, and per process: shares written or deleted, specs analysed, shares read. */
  WRITES_PER_MINUTE: integer(1, 1_000_000).default(30),
  ANALYSES_PER_MINUTE: integer(1, 1_000_000).default(1_200),
  READS_PER_MINUTE: integer(1, 1_000_000).default(600),
  /** Shares that have not expired; one more is refused. */
  MAX_SHARES: integer(1, 100_000_000).default(100_000),
  ANALYSIS_WORKERS: integer(1, 64).default(defaultWorkers),
  ANALYSIS_QUEUE: integer(0, 10_000).default(64),
  ANALYSIS_TIMEOUT_MS: integer(100, 600_000).default(5_000),
  ANALYSIS_MEMORY_MB: integer(32, 16_384).default(256),
  /** In which a client must have sent its whole request. */
  REQUEST_TIMEOUT_MS: integer(100, 600_000).default(30_000),
  /** In which what is in flight may end once the process is told to. */
  SHUTDOWN_TIMEOUT_MS: integer(100, 600_000).default(10_000),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  WEB_ROOT: z.string().min(1).default(builtWebApp),
  EXAMPLES_DIR: z.string().min(1).default(examples),
});

/** Names of the variables that are read. */
export const environmentVariables: readonly string[] = Object.keys(environmentSchema.shape);

/** What the process is told by its environment. */
export type Config = z.infer<typeof environmentSchema>;

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  /** One line for each variable at fault, beginning with its name. */
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads the configuration. An empty variable counts as one that is not set. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value !== "");
  const result = environmentSchema.safeParse(Object.fromEntries(set));
  if (result.success) return { ok: true, config: result.data };
  // Values are left out of the messages: a DATABASE_URL holds a password.
  return {
    ok: false,
    faults: result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`),
  };
}
