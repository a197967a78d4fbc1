import { Failure } from "./errors.js";

/** Bounds on the work one rendering may do. */
export interface Limits {
  /** Bytes of output, and of any single string a template builds. Default 1 MiB. */
  readonly maxOutputBytes?: number;
  /** Nodes, iterations and function work. Default 1,000,000. */
  readonly maxSteps?: number;
  /** Templates calling templates. Default 100. */
  readonly maxDepth?: number;
}

/** How deep actions and parentheses of a template, and values, may nest: keeps recursion off the end of the stack. */
const MAX_NESTING = 300;
/** The same for what runs inside each other, called templates included. */
export const MAX_RUNNING = 1000;

/** Refuses what is nested too deep: for a value, only a cycle or hostile data is. */
export function checkNesting(depth: number, limit = MAX_NESTING): void {
  if (depth > limit) throw limitFailure(`nesting exceeds the limit of ${limit} levels`);
}

export function limitFailure(message: string): Failure {
  return new Failure(message, "limit");
}

/** What is left of the limits while one template runs. */
export class Budget {
  readonly maxOutputBytes: number;
  readonly maxSteps: number;
  readonly maxDepth: number;
  #steps = 0;

  constructor({ maxOutputBytes = 1 << 20, maxSteps = 1_000_000, maxDepth = 100 }: Limits = {}) {
    this.maxOutputBytes = maxOutputBytes;
    this.maxSteps = maxSteps;
    this.maxDepth = maxDepth;
  }

  /** Pays for work. */
  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps > this.maxSteps) {
      throw limitFailure(`template exceeds the limit of ${this.maxSteps} steps`);
    }
  }

  /** Pays for reading or making a text of this length. */
  spendText(length: number): void {
    this.checkBytes("text", length);
    this.spend(length >> 6);
  }

  /** Refuses an output or text that is longer than output may be. */
  checkBytes(what: string, length: number): void {
    if (length > this.maxOutputBytes) {
      throw limitFailure(`${what} exceeds the limit of ${this.maxOutputBytes} bytes`);
    }
  }
}
