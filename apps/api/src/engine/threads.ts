import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Job, JobResult } from "./engine-worker.js";

export interface ThreadLimits {
  /** Threads, and so the number of jobs that run at once. */
  readonly workers: number;
  /** Milliseconds that a job may run. */
  readonly timeoutMs: number;
  /** MiB of heap of one thread. */
  readonly memoryMb: number;
}

/** How a job ended on its thread. A thread over its time or memory is gone, and replaced. */
export type Ended =
  | { readonly outcome: "done"; readonly output: unknown }
  | { readonly outcome: "timeout" | "out-of-memory" | "answer-too-long" }
  /** By a fault of ours. */
  | { readonly outcome: "failed"; readonly error: unknown };

export interface Threads {
  /** Resolves when every thread has run the job: before, a job's time would be spent on starting. */
  ready(firstJob: Job): Promise<void>;
  /** Is there a thread that would run a job at once? */
  isFree(): boolean;
  run(job: Job): Promise<Ended>;
  close(): Promise<void>;
}

export interface ThreadEvents {
  /** A thread has started, and is free. */
  onFree(): void;
  /** A thread failed that ran no job. */
  onLost(error: Error): void;
}

/** Loads the engine in a way that can be broken off: see there. */
const THREAD_FILE = fileURLToPath(new URL("./engine-thread.cjs", import.meta.url));
/** The export of that file that runs a job. */
const RUN = "run";

export function startThreads(limits: ThreadLimits, events: ThreadEvents, file = THREAD_FILE): Threads {
  const pool = new Piscina({
    filename: file,
    name: RUN,
    minThreads: limits.workers,
    maxThreads: limits.workers,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
  });
  // A thread whose job was given up for its time may reach its memory limit before it ends. The pool tells of it as of an
  // error of its own, which ends the process where nobody listens.
  pool.on("error", events.onLost);
  // The pool counts the thread among the idle ones right after it has told of it.
  pool.on("workerCreate", () => queueMicrotask(events.onFree));
  return {
    ready: async (firstJob) => {
      await Promise.all(Array.from({ length: limits.workers }, () => pool.run(firstJob)));
    },
    // One that could not be replaced is asked for anew by the next job.
    isFree: () => pool.idleThreads > 0 || pool.threads.length < limits.workers,
    run: (job) => runOn(pool, job, limits.timeoutMs),
    close: () => pool.destroy(),
  };
}

async function runOn(pool: Piscina, job: Job, timeoutMs: number): Promise<Ended> {
  const overtime = new AbortController();
  const timer = setTimeout(() => overtime.abort(), timeoutMs);
  try {
    const result: JobResult = await pool.run(job, { signal: overtime.signal });
    return "tooLong" in result ? { outcome: "answer-too-long" } : { outcome: "done", output: result.output };
  } catch (error) {
    if (overtime.signal.aborted) return { outcome: "timeout" };
    return isOutOfMemory(error) ? { outcome: "out-of-memory" } : { outcome: "failed", error };
  } finally {
    clearTimeout(timer);
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
