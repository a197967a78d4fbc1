import { z } from "zod";
import { MAX_VALUE_DEPTH, MAX_VALUE_ENTRIES } from "./limits.js";

/** Any JSON value, but no deeper than {@link MAX_VALUE_DEPTH} and no larger than {@link MAX_VALUE_ENTRIES}. */
export function jsonValue() {
  return z.unknown().superRefine(tellExcess);
}

/** A JSON object with free keys, under the same bounds, which are looked at first. */
export function jsonObject() {
  return z.preprocess(
    (value, context) => {
      tellExcess(value, context);
      return value;
    },
    z.record(z.string(), z.unknown()),
  );
}

function tellExcess(value: unknown, context: { addIssue(message: string): void }): void {
  const excess = excessOf(value);
  if (excess !== null) context.addIssue(excess);
}

/** Level by level rather than by recursion: the value may be as deep as a body of JSON can make it. */
function excessOf(root: unknown): string | null {
  let level = [root].filter(isContainer);
  let entries = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === MAX_VALUE_DEPTH) return `nested deeper than ${MAX_VALUE_DEPTH} levels`;
    const next: object[] = [];
    for (const container of level) {
      const values: unknown[] = Array.isArray(container) ? container : Object.values(container);
      entries += values.length;
      if (entries > MAX_VALUE_ENTRIES) return `more than ${MAX_VALUE_ENTRIES} entries`;
      for (const value of values) if (isContainer(value)) next.push(value);
    }
    level = next;
  }
  return null;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
