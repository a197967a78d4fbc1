import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ApiProcess, startApi } from "./api-process.js";

/** Far more time than the memory lasts. */
const MUCH_TIME_MS = 120_000;
/** Some 600 KB of aliases of one small map: each becomes a map of its own. */
const ALIASES = 200_000;
/** Set LOOKINGLASS_ATTACK_SECONDS for a longer attack; without, it ends with the first thread that meets both limits. */
const seconds = Number(process.env.LOOKINGLASS_ATTACK_SECONDS ?? 0);
const MOST_SECONDS = 30;

let dataDir: string;
let api: ApiProcess;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "lookinglass-limits-"));
});
afterEach(async () => {
  await api.end("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true });
});

const start = (timeoutMs: number) =>
  startApi(
    { dataDir },
    { ANALYSIS_WORKERS: "3", ANALYSIS_MEMORY_MB: "64", ANALYSIS_TIMEOUT_MS: String(timeoutMs) },
  );

async function preview(spec: string): Promise<{ status: number; detail?: string }> {
  const response = await fetch(`${api.url}/api/v1/preview`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ spec }),
  });
  const { detail } = await response.json();
  return { status: response.status, detail };
}

const aliases = (count: number) => `a: &a {b: c}\nl: [${"*a,".repeat(count)}]\n`;

const lostThreads = async () =>
  Number(/threads_lost_total (\d+)/.exec(await (await fetch(`${api.url}/metrics`)).text())?.[1]);

/** Milliseconds until the memory is full, as this machine is now: two at once, as in the attack. */
async function memoryLasts(): Promise<number> {
  const times = [1, 2].map(async () => {
    const began = performance.now();
    expect((await preview(aliases(ALIASES))).detail).toContain("MiB of memory");
    return performance.now() - began;
  });
  return Math.min(...(await Promise.all(times)));
}

test(
  "a client that tunes its specs until a thread meets both limits at once ends nothing",
  async () => {
    api = await start(MUCH_TIME_MS);
    const lasts = await memoryLasts();
    await api.end("SIGTERM");
    api = await start(Math.round(lasts));

    const until = Date.now() + (seconds || MOST_SECONDS) * 1_000;
    let size = ALIASES;
    let met = 0;
    const isOver = () => Date.now() > until || (seconds === 0 && met > 0);
    const attack = async () => {
      while (!isOver()) {
        const { status, detail } = await preview(aliases(Math.round(size)));
        expect(status).toBe(422);
        // What the answer says tells which limit came first: the larger spec meets the memory's sooner.
        size = Math.min(300_000, size * (detail?.includes("computing time") ? 1.01 : 0.99));
        met = await lostThreads();
      }
    };
    await Promise.all([attack(), attack()]);

    expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
    expect(await preview("kind: Cluster\n")).toMatchObject({ status: 200 });
    if (seconds > 0) console.log(`${seconds} s of attack: ${met} threads met both limits`);
  },
  300_000 + seconds * 1_000,
);
