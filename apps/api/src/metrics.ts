import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { JobReport } from "./engine/pooled-engine.js";

/** What happened to a share. `held-back`: refused for the secrets in its spec. */
export type ShareEvent = "created" | "read" | "deleted" | "held-back";

/** What the process tells of itself at /metrics. Labels are few and fixed: no id, no path, no address is one. */
export interface Metrics {
  readonly registry: Registry;
  answered(request: { method: string; route: string; status: number; seconds: number }): void;
  jobEnded(report: JobReport): void;
  /** A thread failed that ran no job. */
  threadLost(): void;
  share(event: ShareEvent): void;
  /** Reads a number at every scrape; one that cannot be read is left out. */
  watch(name: WatchedName, read: () => number | Promise<number>): void;
}

const WATCHED = {
  lookinglass_analysis_waiting: "Jobs that wait for a thread",
  lookinglass_analysis_running: "Jobs that run on a thread",
  lookinglass_shares_kept: "Shares in the store that have not expired",
} as const;

export type WatchedName = keyof typeof WATCHED;

const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: "lookinglass_http_requests_total",
    help: "Requests answered, by the route's pattern",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "lookinglass_http_request_duration_seconds",
    help: "From a request's first byte to the end of its answer",
    labelNames: ["method", "route"],
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const jobs = jobMetrics(registers);
  const lost = new Counter({
    name: "lookinglass_analysis_threads_lost_total",
    help: "Threads that failed while they ran no job: after it was given up, or as they started",
    registers,
  });
  const shares = new Counter({
    name: "lookinglass_shares_total",
    help: "What happened to shares; held-back: refused for the secrets in its spec",
    labelNames: ["event"],
    registers,
  });
  return {
    registry,
    answered: ({ method, route, status, seconds }) => {
      requests.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
    },
    jobEnded: jobs,
    threadLost: () => lost.inc(),
    share: (event) => shares.inc({ event }),
    watch: (name, read) => watch(registers, name, read),
  };
}

function jobMetrics(registers: Registry[]): (report: JobReport) => void {
  const ended = new Counter({
    name: "lookinglass_analysis_jobs_total",
    help: "Jobs by how they ended; refused: the queue was full",
    labelNames: ["job", "outcome"],
    registers,
  });
  const ran = new Histogram({
    name: "lookinglass_analysis_duration_seconds",
    help: "Time on a thread",
    labelNames: ["job"],
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const waited = new Histogram({
    name: "lookinglass_analysis_wait_seconds",
    help: "Time before a thread was free",
    buckets: REQUEST_BUCKETS,
    registers,
  });
  return ({ name, outcome, waitedSeconds, ranSeconds }) => {
    ended.inc({ job: name, outcome });
    if (outcome === "refused") return;
    ran.observe({ job: name }, ranSeconds);
    waited.observe(waitedSeconds);
  };
}

function watch(registers: Registry[], name: WatchedName, read: () => number | Promise<number>): void {
  const gauge: Gauge = new Gauge({
    name,
    help: WATCHED[name],
    registers,
    collect: async () => {
      gauge.reset();
      const value = await Promise.resolve()
        .then(read)
        .catch(() => null);
      if (value === null) gauge.remove();
      else gauge.set(value);
    },
  });
}
