/** What each thread of the pool runs: one computation after the other. */
import { getHeapStatistics } from "node:v8";
import { forgetEverything } from "@lookinglass/designer";
import type { ComputationName } from "./computations.js";
import { compute } from "./engine.js";
import { isJsonText } from "./json-text.js";

export interface Job {
  readonly name: ComputationName;
  readonly input: unknown;
}

export type JobResult = { readonly output: unknown } | { readonly tooLong: true };

/** Characters of an answer: far more than any real cluster's has. */
const MAX_ANSWER_LENGTH = 32 * 1_048_576;

/** Of the thread's heap: above it, what earlier jobs have left to be remembered is forgotten before the next one. */
const MOST_REMEMBERED = 0.5;

export function run({ name, input }: Job): JobResult {
  forgetIfLarge();
  const output = compute(name, input);
  const isTooLong = isJsonText(output) && output.jsonText.length > MAX_ANSWER_LENGTH;
  return isTooLong ? { tooLong: true } : { output };
}

/** A job has its memory for itself: what a spec may take does not depend on those before it. */
function forgetIfLarge(): void {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  if (used > limit * MOST_REMEMBERED) forgetEverything();
}
