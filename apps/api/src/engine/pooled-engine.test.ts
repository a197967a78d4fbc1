import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createPooledEngine, type JobReport, type PooledEngine, type PoolLimits } from "./pooled-engine.js";

const workerFile = fileURLToPath(new URL("../testing/obedient-worker.mjs", import.meta.url));
/** Far longer than any of these tests: only what is told to run for ever reaches a limit. */
const GENEROUS: PoolLimits = { workers: 2, queue: 10, timeoutMs: 600_000, memoryMb: 64 };

let pool: PooledEngine;
let reports: JobReport[];
let lost: string[];
afterEach(async () => {
  vi.unstubAllEnvs();
  await pool.close();
});

function start(limits: Partial<PoolLimits> = {}) {
  reports = [];
  const onJob = (report: JobReport) => void reports.push(report);
  lost = [];
  const onThreadLost = (error: Error) => void lost.push(error.message);
  pool = createPooledEngine({ limits: { ...GENEROUS, ...limits }, onJob, onThreadLost, workerFile });
}

/** `render` takes a text as it is, so that it can tell the thread what to do. */
const run = (order: string, client = "192.0.2.1"): Promise<unknown> => pool.engine.render(order, client);
const outcomes = () => reports.map(({ outcome }) => outcome);

describe("a pooled engine", () => {
  test("gives what the threads compute, to each its own", async () => {
    start();
    const orders = ["a", "b", "c", "d", "e"];
    expect(await Promise.all(orders.map((order) => run(order)))).toEqual(
      orders.map((order) => `done: ${order}`),
    );
    expect(outcomes()).toEqual(Array(5).fill("done"));
    expect(pool.load()).toEqual({ waiting: 0, running: 0 });
  });

  test("one job that never ends holds up neither the event loop nor the other thread", async () => {
    start();
    const stuck = run("run for ever", "192.0.2.2").catch(() => undefined);
    expect(await Promise.all(["a", "b", "c"].map((order) => run(order)))).toEqual([
      "done: a",
      "done: b",
      "done: c",
    ]);
    expect(pool.load()).toEqual({ waiting: 0, running: 1 });
    await pool.close();
    await stuck;
  });

  test("a job over its time is refused as too much, and its thread is replaced", async () => {
    start({ workers: 1, timeoutMs: 3_000 });
    await expect(run("run for ever")).rejects.toMatchObject({
      problem: { type: "urn:lookinglass:problem:analysis-limit", status: 422 },
    });
    expect(outcomes()).toEqual(["timeout"]);
    expect(await run("a")).toBe("done: a");
  });

  test("a job over its memory is refused as too much, and its thread is replaced", async () => {
    start({ workers: 1 });
    await expect(run("fill the memory")).rejects.toMatchObject({
      problem: { type: "urn:lookinglass:problem:analysis-limit", detail: expect.stringContaining("64 MiB") },
    });
    expect(await run("a")).toBe("done: a");
    expect(outcomes()).toEqual(["out-of-memory", "done"]);
  });

  test("an answer over its length is refused as too much", async () => {
    start();
    await expect(run("answer at length")).rejects.toMatchObject({ problem: { status: 422 } });
    expect(outcomes()).toEqual(["answer-too-long"]);
  });

  test("what does not fit into the queue is refused at once, and told when to come again", async () => {
    start({ workers: 1, queue: 1 });
    const ends = [run("run for ever"), run("waits", "192.0.2.2")].map((job) => job.catch(() => undefined));
    expect(pool.load()).toEqual({ waiting: 1, running: 1 });
    await expect(run("one too many", "192.0.2.3")).rejects.toMatchObject({
      problem: { type: "urn:lookinglass:problem:overloaded", status: 503 },
      retryAfterSeconds: 2,
    });
    expect(outcomes()).toEqual(["refused"]);
    await pool.close();
    await ends[0];
  });

  test("who sends much waits for oneself: another client's job comes before the rest", async () => {
    start({ workers: 1 });
    const ended: string[] = [];
    const finish = (order: string, client: string) => run(order, client).then(() => ended.push(order));
    const much = ["first", "second", "third", "fourth"].map((order) => finish(order, "192.0.2.1"));
    await Promise.all([...much, finish("another's", "192.0.2.2")]);
    expect(ended).toEqual(["first", "another's", "second", "third", "fourth"]);
  });

  test("one client never has every thread: another's jobs are done while it still has all that it may", async () => {
    start({ workers: 3 });
    const hostile = Array.from({ length: 4 }, () => run("run for ever").catch(() => undefined));
    expect(pool.load()).toEqual({ waiting: 2, running: 2 });
    for (const order of ["a", "b", "c"]) expect(await run(order, "192.0.2.2")).toBe(`done: ${order}`);
    expect(pool.load()).toEqual({ waiting: 2, running: 2 });
    expect(outcomes()).toEqual(Array(3).fill("done"));
    await pool.close();
    await Promise.all(hostile.slice(0, 2));
  });

  test("addresses of one IPv6 network are one client", async () => {
    start({ workers: 2 });
    const stuck = run("run for ever", "2001:db8::1").catch(() => undefined);
    void run("waits", "2001:db8::2");
    expect(pool.load()).toEqual({ waiting: 1, running: 1 });
    expect(await run("a", "2001:db8:0:1::1")).toBe("done: a");
    expect(pool.load()).toEqual({ waiting: 1, running: 1 });
    await pool.close();
    await stuck;
  });

  test("a thread that fails while it runs no job is told of, ends nothing, and is started anew for the next job", async () => {
    start({ workers: 1 });
    vi.stubEnv("OBEDIENT_WORKER", "does not start");
    await expect(run("fill the memory")).rejects.toMatchObject({ problem: { status: 422 } });
    await vi.waitFor(() => expect(lost).toEqual(["the thread does not start"]), 30_000);
    vi.unstubAllEnvs();
    expect(await run("a")).toBe("done: a");
  });

  test("one client has half of the room at most, until its jobs have ended", async () => {
    start({ workers: 1, queue: 3 });
    const first = run("a");
    const second = run("b");
    await expect(run("c")).rejects.toMatchObject({ problem: { status: 503 } });
    expect(await run("d", "192.0.2.2")).toBe("done: d");
    await Promise.all([first, second]);
    expect(await run("e")).toBe("done: e");
  });

  test("without a queue, jobs run as long as there is a thread for each", async () => {
    start({ workers: 1, queue: 0 });
    expect(await run("a")).toBe("done: a");
    expect(await run("b")).toBe("done: b");
  });

  test("a fault of ours stays one", async () => {
    start();
    await expect(run("fail")).rejects.toThrow("a fault of ours");
    expect(outcomes()).toEqual(["failed"]);
  });
});
