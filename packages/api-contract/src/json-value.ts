import { z } from "zod";
import { MAX_VALUE_DEPTH } from "./limits.js";

/** Any JSON value, but no deeper than {@link MAX_VALUE_DEPTH}: what walks it later may recurse. */
export function jsonValue() {
  return z.unknown().refine((value) => depthWithin(value, MAX_VALUE_DEPTH), {
    error: `nested deeper than ${MAX_VALUE_DEPTH} levels`,
  });
}

/** A JSON object with free keys, under the same bound. */
export function jsonObject() {
  return z.record(z.string(), z.unknown()).refine((value) => depthWithin(value, MAX_VALUE_DEPTH), {
    error: `nested deeper than ${MAX_VALUE_DEPTH} levels`,
  });
}

/** Level by level rather than by recursion: the value may be as deep as a body of JSON can make it. */
function depthWithin(root: unknown, limit: number): boolean {
  let level = [root].filter(isContainer);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === limit) return false;
    level = level.flatMap((container) => Object.values(container)).filter(isContainer);
  }
  return true;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
