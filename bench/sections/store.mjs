/** Shares written and read, on SQLite and on PostgreSQL where that is installed. */
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openDatabase } from "../../apps/api/dist/store/database.js";
import { createShareStore } from "../../apps/api/dist/store/share-store.js";
import { median } from "../lib/measure.mjs";
import { example } from "../lib/specs.mjs";

export const name = "store";

const CONTENT = { spec: example("10-aws-two-groups.yaml"), settings: {}, title: "Staging" };
const LIFETIME = 86_400_000;
const SHARES = 400;
const ROUNDS = 5;
/** The PostgreSQL of the tests does not wait for its disk; SQLite does, as in production. */
const NOT_SYNCHRONISED = " with fsync off";
/** Requests in flight at once, as many as the pool of PostgreSQL connections. */
const AT_ONCE = 10;

export async function measure() {
  const rows = [];
  for (const { name: kind, missing, start } of await storeKinds()) {
    if (missing) console.log(kind);
    else rows.push(...(await rowsOf(kind, start)));
  }
  return rows;
}

/** The tests' own databases; their source is not built, so Vite reads it. */
async function storeKinds() {
  const vite = createRequire(new URL("../../apps/web/package.json", import.meta.url)).resolve("vite");
  const { runnerImport } = await import(pathToFileURL(vite).href);
  const stores = fileURLToPath(new URL("../../apps/api/src/testing/stores.ts", import.meta.url));
  return (await runnerImport(stores)).module.storeKinds;
}

async function rowsOf(kind, start) {
  const stores = await start();
  try {
    const store = createShareStore(await openDatabase(await stores.newLocation()));
    const rates = { writes: [], reads: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      const created = await rateOf(Array(SHARES).fill(null), () => store.create(CONTENT, LIFETIME));
      const ids = created.results.map(({ id }) => id);
      rates.writes.push(created.rate);
      rates.reads.push((await rateOf(ids, (id) => store.read(id))).rate);
    }
    await store.close();
    return Object.entries(rates).map(([what, values]) => ({
      section: "store",
      name: `${what}, ${kind}${kind === "SQLite" ? "" : NOT_SYNCHRONISED}`,
      value: median(values),
      unit: "/s",
    }));
  } finally {
    await stores.stop();
  }
}

/** Works through the inputs with AT_ONCE in flight: results, and how many a second. */
async function rateOf(inputs, work) {
  const waiting = [...inputs];
  const results = [];
  const worker = async () => {
    while (waiting.length > 0) results.push(await work(waiting.pop()));
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { results, rate: (1_000 * inputs.length) / (performance.now() - started) };
}
