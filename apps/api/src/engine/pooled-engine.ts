import { problem, Refusal } from "../problems.js";
import { type Client, clientAt } from "./clients.js";
import type { ComputationName } from "./computations.js";
import { type Engine, engineOf } from "./engine.js";
import type { Job } from "./engine-worker.js";
import { type Ended, startThreads, type ThreadLimits } from "./threads.js";
import { createTurns } from "./turns.js";

export interface PoolLimits extends ThreadLimits {
  /** Jobs that may wait for a thread; one more is refused. */
  readonly queue: number;
}

/** How a job ended. `refused`: it never began, for the queue was full. */
export type JobOutcome = Ended["outcome"] | "refused";

export interface JobReport {
  readonly name: ComputationName;
  readonly outcome: JobOutcome;
  readonly waitedSeconds: number;
  readonly ranSeconds: number;
}

export interface PooledEngineOptions {
  readonly limits: PoolLimits;
  readonly onJob?: (report: JobReport) => void;
  /** A thread failed that ran no job; it is replaced. */
  readonly onThreadLost?: (error: Error) => void;
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

/** Small, and through most of the engine's code. */
const FIRST_JOB: Job = { name: "validate", input: { spec: "kind: Cluster" } };
/** Seconds after which a client that was refused may find room. */
const RETRY_AFTER_SECONDS = 2;

/**
 * An engine on a pool of threads: however long a job takes, the event loop goes on, and other jobs find other threads.
 * Clients come in turn: one with many jobs holds up its own. It has all threads but one at most, where there are several,
 * and half of the room. A job over its time or memory is ended with its thread, which is replaced. Refusals are thrown: of
 * a job beyond the queue's length (503), and of one that needs more than the limits (422).
 */
export function createPooledEngine(options: PooledEngineOptions): PooledEngine {
  const { limits, onJob = () => undefined, onThreadLost = () => undefined, workerFile } = options;
  // Jobs wait here rather than in the pool, so that a job's time begins when a thread takes it.
  const turns = createTurns<() => void>(threadsOfOne(limits));
  const threads = startThreads(limits, { onFree: startNext, onLost: onThreadLost }, workerFile);

  function startNext(): void {
    while (turns.running < limits.workers && threads.isFree()) {
      const next = turns.start();
      if (next === undefined) return;
      next.job();
    }
  }

  const hasRoomFor = (client: Client) =>
    turns.running + turns.waiting < limits.workers + limits.queue && turns.of(client) < shareOfOne(limits);

  async function run(name: ComputationName, input: unknown, address: string): Promise<unknown> {
    const client = clientAt(address);
    if (!hasRoomFor(client)) {
      onJob({ name, outcome: "refused", waitedSeconds: 0, ranSeconds: 0 });
      throw queueIsFull();
    }
    const asked = performance.now();
    const { started, ended } = await inTurn(client, { name, input });
    const ranSeconds = (performance.now() - started) / 1_000;
    onJob({ name, outcome: ended.outcome, waitedSeconds: (started - asked) / 1_000, ranSeconds });
    return answerOf(ended, limits);
  }

  /** Resolves when the job has ended; it starts when its turn has come and a thread is free. */
  function inTurn(client: Client, job: Job): Promise<{ started: number; ended: Ended }> {
    return new Promise((resolve) => {
      const start = async () => {
        const started = performance.now();
        const ended = await threads.run(job);
        turns.ended(client);
        startNext();
        resolve({ started, ended });
      };
      turns.wait(client, () => void start());
      startNext();
    });
  }

  return {
    engine: engineOf(run),
    ready: () => threads.ready(FIRST_JOB),
    load: () => ({ waiting: turns.waiting, running: turns.running }),
    close: async () => {
      turns.clear();
      await threads.close();
    },
  };
}

/** Threads that the jobs of one client may take: another client's find one that is free, or one whose job is its own. */
function threadsOfOne({ workers }: PoolLimits): number {
  return Math.max(1, workers - 1);
}

/** Jobs that one client may have at once: half of all that there is room for. */
function shareOfOne(limits: PoolLimits): number {
  return Math.max(threadsOfOne(limits), Math.ceil((limits.workers + limits.queue) / 2));
}

/** Gives the job's answer, or throws why there is none. */
function answerOf(ended: Ended, { timeoutMs, memoryMb }: PoolLimits): unknown {
  switch (ended.outcome) {
    case "done":
      return ended.output;
    case "failed":
      throw ended.error;
    case "timeout":
      throw limitReached(`${timeoutMs / 1_000} s of computing time`);
    case "out-of-memory":
      throw limitReached(`${memoryMb} MiB of memory`);
    case "answer-too-long":
      throw limitReached("length of an answer");
  }
}

function limitReached(limit: string): Refusal {
  const detail = `This request needs more than the ${limit} that one may have. A smaller spec may do.`;
  return new Refusal(problem("analysis-limit", detail));
}

function queueIsFull(): Refusal {
  const detail = "More is being computed than this server can do at once. Try again in a moment.";
  return new Refusal(problem("overloaded", detail), RETRY_AFTER_SECONDS);
}
