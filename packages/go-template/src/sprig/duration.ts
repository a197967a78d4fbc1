// Go's time.Duration: its text and the reading of it.

import { ANY, fixed, type GoFunction } from "../functions.js";
import { Typed, unwrap } from "../values.js";

const SECOND = 1_000_000_000n;
const MINUTE = 60n * SECOND;
const HOUR = 60n * MINUTE;
const DAY = 24n * HOUR;

const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: 1_000_000n,
  s: SECOND,
  m: MINUTE,
  h: HOUR,
};

/** time.Duration.String. */
function formatDuration(nanoseconds: bigint): string {
  const magnitude = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const sign = nanoseconds < 0n ? "-" : "";
  if (magnitude === 0n) return "0s";
  const hours = magnitude / HOUR;
  const minutes = (magnitude / MINUTE) % 60n;
  const prefix = hours > 0n ? `${hours}h${minutes}m` : minutes > 0n ? `${minutes}m` : "";
  const fraction = String(magnitude % SECOND)
    .padStart(9, "0")
    .replace(/0+$/, "");
  return `${sign}${prefix}${(magnitude / SECOND) % 60n}${fraction && `.${fraction}`}s`;
}

/** time.ParseDuration; 0 if that fails, as Sprig takes it. */
function parseDuration(s: string): bigint {
  const [, sign, body = ""] = /^([+-]?)(.*)$/s.exec(s) ?? [];
  if (body === "0" || !/^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(body)) return 0n;
  let total = 0n;
  for (const [, whole = "", fraction = "", unit = ""] of body.matchAll(/(\d*)(?:\.(\d*))?([a-zµμ]+)/g)) {
    const scale = UNITS[unit] ?? 0n;
    total += BigInt(whole || "0") * scale + fractionOf(fraction, scale);
  }
  if (total > 2n ** 63n || (total === 2n ** 63n && sign !== "-")) return 0n;
  return sign === "-" ? -total : total;
}

function fractionOf(digits: string, scale: bigint): bigint {
  return (BigInt(digits || "0") * scale) / 10n ** BigInt(digits.length);
}

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

/** The largest unit that the duration is longer than. */
function durationRound(value: unknown): string {
  const inner = unwrap(value);
  const exact = typeof inner === "string" ? parseDuration(inner) : inner instanceof Typed ? inner.value : 0n;
  const magnitude = exact < 0n ? -exact : exact;
  const unit = ROUND_UNITS.find(([size]) => magnitude > size);
  return unit === undefined ? "0s" : `${magnitude / unit[0]}${unit[1]}`;
}

export const durationFunctions: Readonly<Record<string, GoFunction>> = {
  duration: fixed([ANY], ([seconds]) => duration(seconds)),
  durationRound: fixed([ANY], ([value]) => durationRound(value)),
};
