import { Failure } from "./errors.js";
import type { LookupLog } from "./lookups.js";

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
  bound("nesting", depth, limit, "levels");
}

function bound(what: string, value: number, limit: number, unit: string): void {
  if (value > limit) passLimit(`${what} exceeds the limit of ${limit} ${unit}`);
}

/** Ends execution because a limit was passed. */
export function passLimit(message: string): never {
  throw new Failure(message, true);
}

/** What is left of the limits while one template runs. */
export interface Budget extends Required<Limits> {
  /** Steps taken. */
  steps: number;
  /** Where what is asked of maps is noted. */
  readonly log?: LookupLog | undefined;
}

export function budgetOf({
  maxOutputBytes = 1 << 20,
  maxSteps = 1_000_000,
  maxDepth = 100,
}: Limits = {}): Budget {
  return { maxOutputBytes, maxSteps, maxDepth, steps: 0 };
}

/** Pays for work. */
export function spend(budget: Budget, steps: number): void {
  budget.steps += steps;
  bound("template", budget.steps, budget.maxSteps, "steps");
}

/** Pays for reading or making a text of this length. */
export function spendText(budget: Budget, length: number): void {
  checkBytes(budget, "text", length);
  spend(budget, length >> 6);
}

/** Refuses an output or text that is longer than output may be. */
export function checkBytes(budget: Budget, what: string, length: number): void {
  bound(what, length, budget.maxOutputBytes, "bytes");
}
