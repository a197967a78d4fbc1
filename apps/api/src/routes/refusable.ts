import type { Refusable } from "../engine/computations.js";
import type { JsonText } from "../engine/json-text.js";
import { Refusal } from "../problems.js";

/** The answer of a computation; throws its refusal. */
export function answerOf<T>(computed: Refusable<{ answer: JsonText<T> }>): JsonText<T> {
  if (computed.ok) return computed.answer;
  throw new Refusal(computed.problem);
}
