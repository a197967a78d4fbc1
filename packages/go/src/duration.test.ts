import { describe, expect, it } from "vitest";
import { parseDuration } from "./duration.js";

const accepted: [text: string, nanoseconds: bigint][] = [
  ["0", 0n],
  ["-0", 0n],
  ["200ms", 200_000_000n],
  ["1m2.5s", 62_500_000_000n],
  ["1h1m1s1ms1us1ns", 3_661_001_001_001n],
  [".5s", 500_000_000n],
  ["5.s", 5_000_000_000n],
  ["+5s", 5_000_000_000n],
  ["-5s", -5_000_000_000n],
  ["1µs", 1_000n],
  ["1μs", 1_000n],
  ["0.3333333333333333333h", 1_200_000_000_000n],
  ["0.9999999999ns", 0n],
  ["9223372036854775807ns", 9223372036854775807n],
  ["-9223372036854775808ns", -9223372036854775808n],
  ["000000000000000000000005s", 5_000_000_000n],
];

const refused: [text: string, error: string][] = [
  ["", 'time: invalid duration ""'],
  ["fast", 'time: invalid duration "fast"'],
  ["5", 'time: missing unit in duration "5"'],
  ["5 s", 'time: unknown unit " s" in duration "5 s"'],
  ["5S", 'time: unknown unit "S" in duration "5S"'],
  ["1d", 'time: unknown unit "d" in duration "1d"'],
  [".s", 'time: invalid duration ".s"'],
  ["-", 'time: invalid duration "-"'],
  ["--5s", 'time: invalid duration "--5s"'],
  [" 5s", 'time: invalid duration " 5s"'],
  ["9223372036854775808ns", 'time: invalid duration "9223372036854775808ns"'],
  ["5é", 'time: unknown unit "\\xc3\\xa9" in duration "5\\xc3\\xa9"'],
  ["3000000h", 'time: invalid duration "3000000h"'],
];

describe("parseDuration, Go's time.ParseDuration", () => {
  it.each(accepted)("reads %j", (text, nanoseconds) => {
    expect(parseDuration(text)).toEqual({ nanoseconds });
  });

  it.each(refused)("refuses %j", (text, error) => {
    expect(parseDuration(text)).toEqual({ error });
  });
});
