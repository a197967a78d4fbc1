import { fileURLToPath } from "node:url";
import { z } from "zod";

const builtWebApp = fileURLToPath(new URL("../../web/dist", import.meta.url));
const examples = fileURLToPath(new URL("../../../examples", import.meta.url));

const flag = z.enum(["true", "false"]).transform((text) => text === "true");

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

const environmentSchema = z.object({
  PORT: integer(0, 65_535).default(8_080),
  /** Loopback unless told otherwise: nothing of this machine is published by starting the app on it. */
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: postgresUrl.optional(),
  PUBLIC_URL: httpUrl.optional(),
  TRUST_PROXY: flag.default(false),
  WRITES_PER_MINUTE: integer(1, 1_000_000).default(30),
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
