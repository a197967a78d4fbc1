import { Bench } from "tinybench";

/** Fewer give a first impression; results.json is made with the default. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
/** Milliseconds for which one task runs in one round, after its warm-up. */
const ROUND_TAKES = 300;

/**
 * The median time in milliseconds of each task: the median over several rounds of the round's median. In every round
 * each task runs once, so that what else the machine does falls on all of them alike.
 *
 * @param {Record<string, () => unknown>} tasks
 * @param {() => number} clock in milliseconds; cpuTime for work that waits for nothing
 * @returns {Promise<Record<string, number>>}
 */
export async function mediansOf(tasks, clock = () => performance.now()) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await medianOfRound(tasks, clock));
  return Object.fromEntries(
    Object.keys(tasks).map((name) => [name, median(rounds.map((times) => times[name]))]),
  );
}

/** Milliseconds that this process has computed for: what others do on the machine hardly shows in them. */
export function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function medianOfRound(tasks, now) {
  const bench = new Bench({
    time: ROUND_TAKES,
    warmupTime: ROUND_TAKES / 3,
    iterations: 5,
    throws: true,
    now,
  });
  for (const [name, task] of Object.entries(tasks)) bench.add(name, task);
  await bench.run();
  return Object.fromEntries(bench.tasks.map(({ name, result }) => [name, result.latency.p50]));
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
