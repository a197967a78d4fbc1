import { Bench } from "tinybench";

/** Fewer give a first impression; results.json is made with the default. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
/**
 * By the clock, for what waits as well: what else the machine does falls on single runs, so the median run counts. One
 * task runs for `time` milliseconds in one round, after its warm-up.
 */
const WALL = { now: () => performance.now(), of: "p50", time: 300 };

/**
 * By the time that the process has computed for, on all its threads. What others do on the machine hardly shows in it. The
 * mean run counts: a collection of garbage falls on one of many short runs, of which the median would leave it out, and
 * on some of few long ones, of which there have to be enough.
 */
export const CPU = { now: cpuTime, of: "mean", time: 1_000 };

/**
 * The median over several rounds of what a run of each task takes in one round, in milliseconds. In every round each
 * task runs for a while, so that what else the machine does falls on all of them alike.
 *
 * @param {Record<string, () => unknown>} tasks
 * @param {typeof WALL | typeof CPU} by
 * @returns {Promise<Record<string, number>>}
 */
export async function mediansOf(tasks, by = WALL) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await timesOfRound(tasks, by));
  return Object.fromEntries(
    Object.keys(tasks).map((name) => [name, median(rounds.map((times) => times[name]))]),
  );
}

function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function timesOfRound(tasks, { now, of, time }) {
  const bench = new Bench({
    time,
    warmupTime: time / 3,
    iterations: 5,
    throws: true,
    now,
  });
  for (const [name, task] of Object.entries(tasks)) bench.add(name, task);
  await bench.run();
  return Object.fromEntries(bench.tasks.map(({ name, result }) => [name, result.latency[of]]));
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
