/**
 * JSON of a T, written where the T was computed: what answers a request without being walked again on the event loop.
 * Plain data, so that it passes between threads.
 */
export interface JsonText<T> {
  readonly jsonText: string;
  /** Never there: it only ties the text to its type. */
  readonly of?: T;
}

export function jsonText<T>(value: T): JsonText<T> {
  return { jsonText: JSON.stringify(value) };
}

/** The JSON of an answer, whether it has been written yet or not. */
export function jsonOf(answer: unknown): string {
  return isJsonText(answer) ? answer.jsonText : JSON.stringify(answer);
}

export function isJsonText(answer: unknown): answer is JsonText<unknown> {
  return (
    typeof answer === "object" &&
    answer !== null &&
    "jsonText" in answer &&
    typeof answer.jsonText === "string"
  );
}
