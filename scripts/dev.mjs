/** npm run dev: the web app with hot reload; the API rebuilt and restarted on every change of its sources. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { apiEntry, binary, root, webApp } from "./lib/paths.mjs";
import { endWithShellOfNpm, exitWith } from "./lib/run.mjs";
import { buildServer, checkNode, install } from "./lib/workspace.mjs";

const API_PORT = process.env.API_PORT || "8080";
const WEB_PORT = Number(process.env.PORT || "5173");

try {
  checkNode();
  await install();
  await buildServer();
  endWithShellOfNpm();
  const children = [
    spawn(binary("tsc"), ["-b", "apps/api", "--watch", "--preserveWatchOutput"], {
      cwd: root,
      stdio: "inherit",
    }),
    spawn(process.execPath, ["--watch", join(apiEntry, "../main.js")], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, PORT: API_PORT, LOG_LEVEL: process.env.LOG_LEVEL || "warn" },
    }),
  ];
  const vite = await serveWeb();
  const end = async () => {
    for (const child of children) child.kill("SIGTERM");
    await vite.close();
    process.exit(0);
  };
  process.once("SIGINT", end).once("SIGTERM", end);
} catch (error) {
  exitWith(error);
}

async function serveWeb() {
  const { createServer } = await import(join(webApp, "node_modules/vite/dist/node/index.js"));
  // The web app's own configuration passes /api on to it.
  process.env.API_URL = `http://127.0.0.1:${API_PORT}`;
  const server = await createServer({ root: webApp, server: { port: WEB_PORT, strictPort: true } });
  await server.listen();
  server.printUrls();
  return server;
}
