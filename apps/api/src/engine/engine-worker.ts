/** What each thread of the pool runs: one computation after the other. */
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

export function run({ name, input }: Job): JobResult {
  const output = compute(name, input);
  const isTooLong = isJsonText(output) && output.jsonText.length > MAX_ANSWER_LENGTH;
  return isTooLong ? { tooLong: true } : { output };
}
