import { fileURLToPath } from "node:url";
import PQueue from "p-queue";
import { Piscina } from "piscina";
import { problem, Refusal } from "../problems.js";
import { type Client, countJobs } from "./clients.js";
import type { ComputationName } from "./computations.js";
import { type Engine, engineOf } from "./engine.js";
import type { Job, JobResult } from "./engine-worker.js";

export interface PoolLimits {
  /** Threads, and so the number of jobs that run at once. */
  readonly workers: number;
  /** Jobs that may wait for a thread; one more is refused. */
  readonly queue: number;
  /** Milliseconds that a job may run. */
  readonly timeoutMs: number;
  /** MiB of heap of one thread. */
  readonly memoryMb: number;
}

/** How a job ended. `refused`: it never began, for the queue was full; `failed`: by a fault of ours. */
export type JobOutcome = "done" | "timeout" | "out-of-memory" | "answer-too-long" | "failed" | "refused";

export interface JobReport {
  readonly name: ComputationName;
  readonly outcome: JobOutcome;
  readonly waitedSeconds: number;
  readonly ranSeconds: number;
}

export interface PooledEngineOptions {
  readonly limits: PoolLimits;
  readonly onJob?: (report: JobReport) => void;
  /** The module that a thread runs; another one in tests. */
  readonly workerFile?: string;
}

export interface PooledEngine {
  readonly engine: Engine;
  /** Resolves when the threads have started: before, a job's time would be spent on that. */
  ready(): Promise<void>;
  load(): { readonly waiting: number; readonly running: number };
  /** Ends the threads; jobs that still run are lost. */
  close(): Promise<void>;
}

const WORKER_FILE = fileURLToPath(new URL("./engine-worker.js", import.meta.url));
/** Small, and through most of the engine's code. */
const FIRST_JOB: Job = { name: "validate", input: { spec: "kind: Cluster" } };
/** Seconds after which a client that was refused may find room. */
const RETRY_AFTER_SECONDS = 2;

/**
 * An engine on a pool of threads: however long a job takes, the event loop goes on, and other jobs find other threads.
 * Clients come in turn: one with many jobs holds up its own, and has half of the room at most.
 * A job over its time or memory is ended with its thread, which is replaced. Refusals are thrown: of a job beyond the
 * queue's length (503), and of one that needs more than the limits (422).
 */
export function createPooledEngine(options: PooledEngineOptions): PooledEngine {
  const { limits, onJob = () => undefined, workerFile = WORKER_FILE } = options;
  const threads = new Piscina({
    filename: workerFile,
    minThreads: limits.workers,
    maxThreads: limits.workers,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
  });
  // Jobs wait here rather than in the pool, so that a job's time begins when a thread takes it.
  const queue = new PQueue({ concurrency: limits.workers });
  const jobs = countJobs();

  const hasRoomFor = (client: Client) => {
    const isFull = queue.pending >= limits.workers && queue.size >= limits.queue;
    return !isFull && jobs.of(client) < shareOfOne(limits);
  };

  async function run(name: ComputationName, input: unknown, client: Client): Promise<unknown> {
    if (!hasRoomFor(client)) {
      onJob({ name, outcome: "refused", waitedSeconds: 0, ranSeconds: 0 });
      throw queueIsFull();
    }
    // Whoever has fewer jobs comes first, so that one who sends many waits for oneself.
    const priority = -jobs.of(client);
    jobs.began(client);
    try {
      return await queue.add(timed(name, input), { priority });
    } finally {
      jobs.ended(client);
    }
  }

  /** The job as the queue runs it; the time until then is the time that it has waited. */
  function timed(name: ComputationName, input: unknown): () => Promise<unknown> {
    const asked = performance.now();
    return async () => {
      const started = performance.now();
      const { outcome, finish } = await runOn(threads, { name, input }, limits);
      const ranSeconds = (performance.now() - started) / 1_000;
      onJob({ name, outcome, waitedSeconds: (started - asked) / 1_000, ranSeconds });
      return finish();
    };
  }

  return {
    engine: engineOf(run),
    ready: async () => {
      await Promise.all(Array.from({ length: limits.workers }, () => threads.run(FIRST_JOB)));
    },
    load: () => ({ waiting: queue.size, running: queue.pending }),
    close: async () => {
      queue.clear();
      await threads.destroy();
    },
  };
}

/** Jobs that one client may have at once: half of all that there is room for. */
function shareOfOne({ workers, queue }: PoolLimits): number {
  return Math.max(workers, Math.ceil((workers + queue) / 2));
}

interface Ended {
  readonly outcome: JobOutcome;
  /** Gives the job's answer, or throws why there is none. */
  finish(): unknown;
}

async function runOn(threads: Piscina, job: Job, { timeoutMs, memoryMb }: PoolLimits): Promise<Ended> {
  const overtime = new AbortController();
  const timer = setTimeout(() => overtime.abort(), timeoutMs);
  try {
    const result: JobResult = await threads.run(job, { signal: overtime.signal });
    if ("tooLong" in result) return limitReached("answer-too-long", "length of an answer");
    return { outcome: "done", finish: () => result.output };
  } catch (error) {
    if (overtime.signal.aborted) return limitReached("timeout", `${timeoutMs / 1_000} s of computing time`);
    if (isOutOfMemory(error)) return limitReached("out-of-memory", `${memoryMb} MiB of memory`);
    const fail = () => {
      throw error;
    };
    return { outcome: "failed", finish: fail };
  } finally {
    clearTimeout(timer);
  }
}

function limitReached(outcome: JobOutcome, limit: string): Ended {
  const detail = `This request needs more than the ${limit} that one may have. A smaller spec may do.`;
  const finish = () => {
    throw new Refusal(problem("analysis-limit", detail));
  };
  return { outcome, finish };
}

function queueIsFull(): Refusal {
  const detail = "More is being computed than this server can do at once. Try again in a moment.";
  return new Refusal(problem("overloaded", detail), RETRY_AFTER_SECONDS);
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
