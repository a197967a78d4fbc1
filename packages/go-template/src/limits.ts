/** Bounds on the work one rendering may do. */
export interface Limits {
  /** Bytes of output, and of any single string a template builds. Default 1 MiB. */
  readonly maxOutputBytes?: number;
  /** Nodes, iterations and function work. Default 1,000,000. */
  readonly maxSteps?: number;
  /** Templates calling templates. Default 100. */
  readonly maxDepth?: number;
}

/** Thrown when a limit is passed; becomes an error of phase "limit". */
export class LimitError extends Error {}

/** How deep control structures, parentheses and values may nest: keeps recursion off the end of the stack. */
export const MAX_NESTING = 1000;

/** What is left of the limits while one template runs. */
export class Budget {
  readonly maxOutputBytes: number;
  readonly maxSteps: number;
  readonly maxDepth: number;
  #steps = 0;

  constructor(limits: Limits = {}) {
    this.maxOutputBytes = limits.maxOutputBytes ?? 1 << 20;
    this.maxSteps = limits.maxSteps ?? 1_000_000;
    this.maxDepth = limits.maxDepth ?? 100;
  }

  /** Pays for work. */
  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps > this.maxSteps)
      throw new LimitError(`template exceeds the limit of ${this.maxSteps} steps`);
  }

  /** Pays for reading or making a text of this length. */
  spendText(length: number): void {
    if (length > this.maxOutputBytes) {
      throw new LimitError(`text exceeds the limit of ${this.maxOutputBytes} bytes`);
    }
    this.spend(length >> 6);
  }

  /** Refuses values nested too deep, which only a cycle or hostile data can have. */
  checkNesting(depth: number): void {
    if (depth > MAX_NESTING) throw new LimitError(`nesting exceeds the limit of ${MAX_NESTING} levels`);
  }
}
