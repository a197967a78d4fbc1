import { toByteString } from "./bytes.js";
import { hex } from "./quote.js";

const SECOND = 1_000_000_000n;
const UNITS = new Map<string, bigint>([
  ["ns", 1n],
  ["us", 1_000n],
  ["µs", 1_000n],
  ["μs", 1_000n],
  ["ms", 1_000_000n],
  ["s", SECOND],
  ["m", 60n * SECOND],
  ["h", 3600n * SECOND],
]);
const LIMIT = 1n << 63n;

export type DurationResult = { nanoseconds: bigint } | { error: string };

/**
 * Go's time.ParseDuration.
 * @returns nanoseconds, or Go's error text
 */
export function parseDuration(text: string): DurationResult {
  const failed = (what: string) => ({ error: `time: ${what} duration ${quoteToAscii(text)}` });
  let rest = /^[+-]/.test(text) ? text.slice(1) : text;
  if (rest === "0") return { nanoseconds: 0n };
  if (rest === "") return failed("invalid");
  let total = 0n;
  while (rest !== "") {
    const [number = "", whole = "", fraction = ""] = /^(\d*)(?:\.(\d*))?/.exec(rest) ?? [];
    const count = (whole === "" && fraction === "") || isTooLong(whole) ? LIMIT + 1n : BigInt(whole);
    if (count > LIMIT) return failed("invalid");
    const [unit = ""] = /^[^.\d]*/.exec(rest.slice(number.length)) ?? [];
    if (unit === "") return failed("missing unit in");
    const scale = UNITS.get(unit);
    if (scale === undefined) return failed(`unknown unit ${quoteToAscii(unit)} in`);
    const value = count * scale + fractionOf(fraction, scale);
    // Two halves of 2^64 are 0: Go adds them without looking.
    total = BigInt.asUintN(64, total + value);
    if (value > LIMIT || total > LIMIT) return failed("invalid");
    rest = rest.slice(number.length + unit.length);
  }
  if (text.startsWith("-")) return { nanoseconds: -total };
  return total < LIMIT ? { nanoseconds: total } : failed("invalid");
}

/** More digits than 2^63 has: an overflow, and too much work for BigInt. */
function isTooLong(digits: string): boolean {
  return digits.replace(/^0+/, "").length > 19;
}

/** As Go does it: as many digits as fit into 63 bits, in floating point, cut to whole nanoseconds. */
function fractionOf(digits: string, unit: bigint): bigint {
  let value = 0n;
  let scale = 1;
  for (const digit of digits) {
    const next = value * 10n + BigInt(digit);
    if (next > LIMIT) break;
    value = next;
    scale *= 10;
  }
  return BigInt(Math.trunc(Number(value) * (Number(unit) / scale)));
}

/** Package time's own quoting: every byte beyond ASCII is escaped. */
function quoteToAscii(text: string): string {
  const quoted = toByteString(text).replace(/[^ -\x7f]|["\\]/g, (byte) =>
    byte === '"' || byte === "\\" ? `\\${byte}` : `\\x${hex(byte.charCodeAt(0), 2)}`,
  );
  return `"${quoted}"`;
}

/** Go's time.Duration.String. */
export function formatDuration(nanoseconds: bigint): string {
  const sign = nanoseconds < 0n ? "-" : "";
  const magnitude = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (magnitude === 0n) return "0s";
  if (magnitude < 1_000n) return `${sign}${magnitude}ns`;
  if (magnitude < 1_000_000n) return `${sign}${decimal(magnitude, 3)}µs`;
  if (magnitude < SECOND) return `${sign}${decimal(magnitude, 6)}ms`;
  const minutes = magnitude / (60n * SECOND);
  const hours = minutes / 60n;
  const prefix = hours > 0n ? `${hours}h${minutes % 60n}m` : minutes > 0n ? `${minutes}m` : "";
  return `${sign}${prefix}${decimal(magnitude % (60n * SECOND), 9)}s`;
}

/** A number divided by a power of ten, without zeros at the end. */
function decimal(value: bigint, places: number): string {
  const scale = 10n ** BigInt(places);
  const fraction = String(value % scale)
    .padStart(places, "0")
    .replace(/0+$/, "");
  return `${value / scale}${fraction && `.${fraction}`}`;
}
