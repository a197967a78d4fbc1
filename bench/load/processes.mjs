/** The processes of a load run: the built API, and a bare Fastify route to compare with; on free ports of this machine. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const API = fileURLToPath(new URL("../../apps/api/dist/main.js", import.meta.url));
const BARE = fileURLToPath(new URL("./bare-route.mjs", import.meta.url));
const LISTENING = /listening at (http:\/\/127\.0\.0\.1:\d+)/;

/** One client asks for all: its limits are those of many. */
const UNLIMITED = {
  WRITES_PER_MINUTE: "1000000",
  ANALYSES_PER_MINUTE: "1000000",
  READS_PER_MINUTE: "1000000",
};

export function startApi(dataDir) {
  return start(API, { DATA_DIR: dataDir, LOG_LEVEL: "info", ...UNLIMITED });
}

export function startBareRoute() {
  return start(BARE, {});
}

async function start(file, environment) {
  const env = { PORT: "0", HOST: "127.0.0.1", NODE_ENV: "production", ...environment };
  const child = spawn(process.execPath, [file], { env, stdio: ["ignore", "pipe", "inherit"] });
  const endWithThisProcess = () => child.kill("SIGKILL");
  process.once("exit", endWithThisProcess);
  const url = await listening(child);
  // Its log is read, as it is in production, and not kept.
  child.stdout.resume();
  return {
    url,
    stop: async () => {
      process.off("exit", endWithThisProcess);
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function listening(child) {
  let text = "";
  for await (const [chunk] of on(child.stdout)) {
    text += chunk;
    const [, url] = LISTENING.exec(text) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error("a process of the load run did not start");
}

async function* on(stream) {
  for (;;) yield once(stream, "data");
}
