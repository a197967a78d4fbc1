/** The built API as a process of its own, on a free port of this machine. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { StoreLocation } from "../src/store/database.js";

export interface ApiProcess {
  readonly url: string;
  readonly port: number;
  /** Lines of its log so far. */
  logged(): string;
  /** Sends a signal and waits for the end: the exit code, or null when the signal ended it. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
  signal(signal: "SIGTERM"): void;
  ended(): Promise<number | null>;
}

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const LISTENING = /Server listening at http:\/\/127\.0\.0\.1:(\d+)/;

/**
 * Starts a process that keeps its shares at the location; its other variables are those of `environment` alone.
 *
 * @param meanwhile what to do while it starts; it is given the log so far
 */
export async function startApi(
  location: StoreLocation,
  environment: Readonly<Record<string, string>> = {},
  meanwhile: (logged: () => string) => Promise<void> = async () => undefined,
): Promise<ApiProcess> {
  const store =
    "databaseUrl" in location ? { DATABASE_URL: location.databaseUrl } : { DATA_DIR: location.dataDir };
  const env = { PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "info", ...UNLIMITED, ...store, ...environment };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "pipe"] });
  const endWithTests = () => child.kill("SIGKILL");
  process.once("exit", endWithTests);
  const exited = once(child, "exit").then(([code]) => {
    process.off("exit", endWithTests);
    return code as number | null;
  });
  const logged = collect(child);
  const [port] = await Promise.all([listening(child, logged), meanwhile(logged)]);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    logged,
    signal: (signal) => void child.kill(signal),
    ended: () => exited,
    end: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

const UNLIMITED = {
  WRITES_PER_MINUTE: "1000000",
  ANALYSES_PER_MINUTE: "1000000",
  READS_PER_MINUTE: "1000000",
};

function collect({ stdout, stderr }: ChildProcess): () => string {
  let text = "";
  for (const stream of [stdout, stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
    });
  }
  return () => text;
}

async function listening(child: ChildProcess, logged: () => string): Promise<number> {
  for (;;) {
    const [, port] = LISTENING.exec(logged()) ?? [];
    if (port !== undefined) return Number(port);
    if (child.exitCode !== null) throw new Error(`the API did not start: ${logged()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
