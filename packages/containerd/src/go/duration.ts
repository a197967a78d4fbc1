import { quote } from "./quote.js";

const NANOSECONDS = new Map<string, bigint>([
  ["ns", 1n],
  ["us", 1_000n],
  ["µs", 1_000n],
  ["μs", 1_000n],
  ["ms", 1_000_000n],
  ["s", 1_000_000_000n],
  ["m", 60_000_000_000n],
  ["h", 3_600_000_000_000n],
]);
const LIMIT = 1n << 63n;

/**
 * Go's time.ParseDuration.
 * @returns nanoseconds, or Go's error text
 */
export function parseDuration(text: string): { nanoseconds: bigint } | { error: string } {
  const invalid = { error: `time: invalid duration ${quote(text)}` };
  const negative = text.startsWith("-");
  let rest = /^[+-]/.test(text) ? text.slice(1) : text;
  if (rest === "0") return { nanoseconds: 0n };
  if (rest === "") return invalid;
  let total = 0n;
  while (rest !== "") {
    const [number = "", whole = "", fraction = ""] = /^(\d*)(?:\.(\d*))?/.exec(rest) ?? [];
    if ((whole === "" && fraction === "") || isTooLong(whole)) return invalid;
    const [unit = ""] = /^[^.\d]*/.exec(rest.slice(number.length)) ?? [];
    if (unit === "") return { error: `time: missing unit in duration ${quote(text)}` };
    const scale = NANOSECONDS.get(unit);
    if (scale === undefined) return { error: `time: unknown unit ${quote(unit)} in duration ${quote(text)}` };
    total += BigInt(whole) * scale + fractionOf(fraction, scale);
    if (total > LIMIT) return invalid;
    rest = rest.slice(number.length + unit.length);
  }
  if (negative) return { nanoseconds: -total };
  return total < LIMIT ? { nanoseconds: total } : invalid;
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
