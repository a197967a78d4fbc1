import { formatDuration, parseDuration } from "@lookinglass/go";
import { ANY, fixed, type GoFunction } from "../functions.js";
import { Typed, unwrap } from "../values.js";

const SECOND = 1_000_000_000n;
const MINUTE = 60n * SECOND;
const HOUR = 60n * MINUTE;
const DAY = 24n * HOUR;

function duration(seconds: unknown): string {
  return formatDuration(BigInt.asIntN(64, secondsOf(unwrap(seconds)) * SECOND));
}

/** Sprig counts a string and an int64; an int is 0. */
function secondsOf(value: unknown): bigint {
  if (value instanceof Typed && value.type === "int64") return value.value;
  if (typeof value !== "string" || !/^[+-]?\d+$/.test(value)) return 0n;
  const seconds = BigInt(value.replace("+", ""));
  if (BigInt.asIntN(64, seconds) === seconds) return seconds;
  return seconds < 0n ? -(2n ** 63n) : 2n ** 63n - 1n;
}

const ROUND_UNITS: readonly (readonly [bigint, string])[] = [
  [365n * DAY, "y"],
  [30n * DAY, "mo"],
  [DAY, "d"],
  [HOUR, "h"],
  [MINUTE, "m"],
  [SECOND, "s"],
];

/** 0 where Go reports an error, as Sprig takes it. */
function readDuration(s: string): bigint {
  const result = parseDuration(s);
  return "error" in result ? 0n : result.nanoseconds;
}

/** The largest unit that the duration is longer than. */
function durationRound(value: unknown): string {
  const inner = unwrap(value);
  const exact = typeof inner === "string" ? readDuration(inner) : inner instanceof Typed ? inner.value : 0n;
  const magnitude = exact < 0n ? -exact : exact;
  const unit = ROUND_UNITS.find(([size]) => magnitude > size);
  return unit === undefined ? "0s" : `${magnitude / unit[0]}${unit[1]}`;
}

export const durationFunctions: Readonly<Record<string, GoFunction>> = {
  duration: fixed([ANY], ([seconds]) => duration(seconds)),
  durationRound: fixed([ANY], ([value]) => durationRound(value)),
};
