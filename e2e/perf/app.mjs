/** The built app in a real Chromium, for measurements. */
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findChromium } from "../../scripts/lib/chromium.mjs";
import { root } from "../../scripts/lib/paths.mjs";

export const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

/** Serves the app on a port of its own, runs the work with a browser, and ends both. */
export async function withApp(work) {
  const server = await startServer();
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
  try {
    return await work({ url: server.url, browser });
  } finally {
    await browser.close();
    server.stop();
  }
}

/** A page with nothing cached; the script runs in it before the app does. */
export async function freshPage(browser, viewport, script) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  if (script) await page.addInitScript(script);
  return page;
}

async function startServer() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), HOST: "127.0.0.1", LOG_LEVEL: "warn", DATABASE_URL: "", PUBLIC_URL: "" };
  const DATA_DIR = mkdtempSync(join(tmpdir(), "lookinglass-perf-"));
  const server = spawn("node", [join(root, "apps/api/dist/main.js")], {
    env: { ...process.env, ...env, DATA_DIR },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await answers(`${url}/readyz`)) return { url, stop: () => server.kill("SIGTERM") };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  server.kill("SIGKILL");
  throw new Error("The server does not start.");
}

async function answers(url) {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
