/**
 * node bench/growth.mjs [part of a name]: what analyze costs on hostile specs of a quarter, half and all of a
 * megabyte. Prints the CPU time, the exponent of its growth (1 is linear), the answer's size, and the heap with the
 * answer and what is to be collected.
 * GROWTH=0.1 makes all of them a tenth as large.
 */
import { fileURLToPath } from "node:url";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { hostileSpecs } from "./lib/hostile-specs.mjs";

const LIMIT = Number(process.env.GROWTH_LIMIT ?? 20_000);
const SHARES = [0.25, 0.5, 1];
const scale = Number(process.env.GROWTH ?? 1);

if (isMainThread) await measureAll(process.argv[2] ?? "");
else await measureOne(workerData);

async function measureAll(part) {
  for (const [name, { most }] of Object.entries(hostileSpecs)) {
    if (!name.includes(part)) continue;
    const counts = SHARES.map((share) => Math.max(4, Math.round(most * share * scale)));
    const results = [];
    for (const count of counts) results.push(await inWorker({ name, count }));
    console.log(row(name, counts, results));
  }
}

/** A worker of its own for each, so that one that never ends or takes all memory harms no other. */
function inWorker(task) {
  return new Promise((resolve) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: task });
    const timer = setTimeout(() => done({ error: `over ${LIMIT / 1_000} s` }), LIMIT);
    const done = (result) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(result);
    };
    worker.once("message", done);
    worker.once("error", (error) => done({ error: error.message.slice(0, 60) }));
  });
}

async function measureOne({ name, count }) {
  const { parentPort } = await import("node:worker_threads");
  const { analyze } = await import("@lookinglass/designer");
  const text = hostileSpecs[name].text(count);
  const start = process.cpuUsage();
  const answer = analyze(text);
  const { user, system } = process.cpuUsage(start);
  const time = (user + system) / 1_000;
  const heap = process.memoryUsage().heapUsed;
  const size = JSON.stringify(answer).length;
  parentPort.postMessage({ time, size, heap, length: text.length, diagnostics: answer.diagnostics.length });
}

function row(name, counts, results) {
  const times = results.map(({ time, error }) => (error ? error : `${Math.round(time)} ms`));
  const last = results.at(-1);
  const [before, after] = [results[1].time, last.time];
  const growth = before && after ? Math.log2(after / before).toFixed(2) : "-";
  const size = last.error
    ? "-"
    : `${(last.size / 1e6).toFixed(1)} MB of ${(last.length / 1e6).toFixed(2)} MB`;
  const heap = last.error ? "" : `heap ${Math.round(last.heap / 1e6)} MB, ${last.diagnostics} findings`;
  return `${name.padEnd(48)} n=${String(counts.at(-1)).padEnd(8)} ${times.join(" / ").padEnd(30)} exponent ${growth}  answer ${size}  ${heap}`;
}
