import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { aptInstall } from "./apt.mjs";
import { binary, root } from "./paths.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

/**
 * The path of a Chromium that runs: the one that CHROMIUM_PATH names, the system's, Playwright's own download, or
 * Debian's installed by apt-get. Throws when none can be had.
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not run.`);
  }
  const found = onPath() ?? (await downloaded()) ?? (aptInstall(["chromium"]) ? onPath() : null);
  if (found) return found;
  throw new Error("The browser tests need Chromium: install it, or set CHROMIUM_PATH to its executable.");
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((candidate) => existsSync(candidate) && runs(candidate)) ?? null;
}

async function downloaded() {
  spawnSync(binary("playwright"), ["install", "chromium"], { cwd: root, stdio: "inherit" });
  const { chromium } = await import(join(root, "node_modules/@playwright/test/index.mjs"));
  const path = chromium.executablePath();
  return existsSync(path) && runs(path) ? path : null;
}

function runs(executable) {
  const { status, stdout } = spawnSync(executable, ["--version"], { encoding: "utf8", timeout: 30_000 });
  return status === 0 && /chrom/i.test(stdout);
}
