import autocannon from "autocannon";
import { example } from "../lib/specs.mjs";
import { exhaustingRequest, hostileRequests } from "./hostile.mjs";

const SECONDS = 60;
const SAMPLE_EVERY_MS = 10_000;
const CONNECTIONS = 12;
/** Seconds after which no answer counts as an error: more than waiting and computing take together. */
const TIMEOUT = 45;
const MIB = 1_048_576;
const JSON_BODY = { "content-type": "application/json" };

/**
 * A minute of what a busy server gets: previews, validations, shares made and read, and hostile requests among them.
 * Rows of the memory at every sample and of the answers by status. Throws when an answer is a 5xx that is not the
 * deliberate 503, or missing.
 */
export async function mixedRows(api) {
  const samples = [];
  const sample = async () => samples.push({ ...(await resident(api)), at: samples.length * 10 });
  await sample();
  const sampling = setInterval(sample, SAMPLE_EVERY_MS);
  const result = await autocannon({
    url: api.url,
    connections: CONNECTIONS,
    duration: SECONDS,
    timeout: TIMEOUT,
    requests: mix(),
  });
  clearInterval(sampling);
  await sample();
  return [...memoryRows(samples), ...statusRows(result)];
}

/** Each connection sends these in turn: two honest requests for each hostile one. */
function mix() {
  const spec = example("10-aws-two-groups.yaml");
  const body = JSON.stringify({ spec });
  const post = (path) => ({ method: "POST", path: `/api/v1/${path}`, headers: JSON_BODY, body });
  const honest = [post("preview"), post("validate"), post("shares"), { method: "GET", path: "/" }];
  const mixed = hostileRequests.flatMap((hostile, index) => [
    hostile,
    honest[(2 * index) % honest.length],
    honest[(2 * index + 1) % honest.length],
  ]);
  return [...mixed, exhaustingRequest];
}

async function resident(api) {
  const metrics = await (await fetch(`${api.url}/metrics`)).text();
  const [, bytes] = /^process_resident_memory_bytes (\S+)/m.exec(metrics) ?? [];
  return { mib: Number(bytes) / MIB };
}

const FIRST_SAMPLE = "mixed load, memory after 10 s";

function memoryRows(samples) {
  return samples.map(({ mib, at }, index) => {
    const isLast = index === samples.length - 1;
    const name = isLast ? "mixed load, memory at the end" : `mixed load, memory after ${at} s`;
    return { section: "load", name, value: mib, unit: "MiB", ...(isLast ? { ratioTo: FIRST_SAMPLE } : {}) };
  });
}

function statusRows({ statusCodeStats, errors, timeouts }) {
  const counts = Object.entries(statusCodeStats).map(([status, { count }]) => ({ status, count }));
  const failures = counts.filter(({ status }) => status.startsWith("5") && status !== "503");
  if (failures.length > 0 || errors > 0) {
    throw new Error(`mixed load: ${JSON.stringify({ failures, errors, timeouts })}`);
  }
  return counts.map(({ status, count }) => ({
    section: "load",
    name: `mixed load, answers ${status}`,
    value: count,
    unit: "",
  }));
}
