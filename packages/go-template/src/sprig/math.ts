import { Failure } from "../errors.js";
import { sprint } from "../fmt/print.js";
import { ANY, fixed, type GoFunction, variadic } from "../functions.js";
import { type Budget, spend } from "../limits.js";
import { int, Slice } from "../values.js";
import { floatResult, INT, int64, integer, STRING, text, toFloat64, toInt, toInt64 } from "./coerce.js";

type Integers = (a: bigint, b: bigint) => bigint;

/** A function of the first argument and each of the others, in 64-bit integers that wrap. */
function reduceInts(combine: Integers): GoFunction {
  return variadic([ANY, ANY], ([first, ...others]) =>
    int64(others.reduce<bigint>((a, b) => BigInt.asIntN(64, combine(a, toInt64(b))), toInt64(first))),
  );
}

function onInts(combine: Integers): GoFunction {
  return fixed([ANY, ANY], ([a, b]) => int64(combine(toInt64(a), toInt64(b))));
}

function divisor(b: bigint): bigint {
  if (b === 0n) throw new Failure("runtime error: integer divide by zero");
  return b;
}

function reduceFloats(combine: (a: number, b: number) => number): GoFunction {
  return variadic([ANY, ANY], ([first, ...others]) =>
    floatResult(others.reduce<number>((a, b) => combine(a, toFloat64(b)), toFloat64(first))),
  );
}

/** math.Max: an infinity counts more than NaN. */
function maxFloat(a: number, b: number): number {
  const infinity = Number.POSITIVE_INFINITY;
  return a === infinity || b === infinity ? infinity : Math.max(a, b);
}

/** math.Pow(10, places), bit for bit: Go multiplies mantissas by repeated squaring. */
function powerOfTen(places: number): number {
  let mantissa = 1;
  let exponent = 0;
  let square = 0.625;
  let squareExponent = 4;
  for (let i = Math.abs(places); i > 0; i = Math.floor(i / 2)) {
    if (Math.abs(squareExponent) > 4096) {
      exponent += squareExponent;
      break;
    }
    if (i % 2 === 1) {
      mantissa *= square;
      exponent += squareExponent;
    }
    square *= square;
    squareExponent *= 2;
    if (square < 0.5) {
      square += square;
      squareExponent--;
    }
  }
  const [value, power] = places < 0 ? [1 / mantissa, -exponent] : [mantissa, exponent];
  const half = Math.trunc(power / 2);
  return value * 2 ** half * 2 ** (power - half);
}

function round(value: number, places: number, threshold: number): number {
  const power = powerOfTen(places);
  const digits = power * value;
  const fraction = digits - Math.trunc(digits);
  return (fraction >= threshold ? Math.ceil(digits) : Math.floor(digits)) / power;
}

/** The numbers from start to stop, without stop. */
function steps(budget: Budget, start: number, stop: number, step: number): number[] {
  const up = stop >= start;
  if (up ? step <= 0 : step >= 0) return [];
  const count = Math.ceil((stop - start) / step);
  spend(budget, count);
  return Array.from({ length: count }, (_, i) => start + i * step);
}

function ints(numbers: readonly number[]): Slice {
  return new Slice(
    "[]int",
    numbers.map((n) => int(BigInt(n))),
  );
}

/** seq of the shell: [first [step]] last, both ends included, as text. */
function sequence(budget: Budget, params: readonly number[]): string {
  if (params.length === 0 || params.length > 3) return "";
  const start = params.length === 1 ? 1 : (params[0] ?? 0);
  const end = params.at(-1) ?? 0;
  const direction = end < start ? -1 : 1;
  const step = params.length === 3 ? (params[1] ?? 0) : direction;
  return steps(budget, start, end + direction, step).join(" ");
}

/** strconv.ParseInt(s, 8, 64); 0 if that fails. */
function fromOctal(s: string): bigint {
  const match = /^([+-]?)([0-7]+)$/.exec(s);
  if (match === null) return 0n;
  const value = BigInt(`0o${match[2]}`) * (match[1] === "-" ? -1n : 1n);
  return BigInt.asIntN(64, value) === value ? value : 0n;
}

/** strconv.Atoi without its error: 0, or the nearest int if the number is too large. */
function atoi(s: string): number | bigint {
  if (!/^[+-]?\d+$/.test(s)) return 0;
  const value = BigInt(s.replace("+", ""));
  if (BigInt.asIntN(64, value) === value) return int(value);
  return value < 0n ? -(2n ** 63n) : 2n ** 63n - 1n;
}

function larger(a: bigint, b: bigint): bigint {
  if (b > a) return b;
  return a;
}

const max = reduceInts(larger);

export const mathFunctions: Readonly<Record<string, GoFunction>> = {
  add: variadic([ANY], (args) => int64(args.reduce<bigint>((sum, arg) => sum + toInt64(arg), 0n))),
  add1: fixed([ANY], ([n]) => int64(toInt64(n) + 1n)),
  sub: onInts((a, b) => a - b),
  div: onInts((a, b) => a / divisor(b)),
  mod: onInts((a, b) => a % divisor(b)),
  mul: reduceInts((a, b) => a * b),
  max,
  biggest: max,
  min: reduceInts((a, b) => -larger(-a, -b)),
  maxf: reduceFloats(maxFloat),
  minf: reduceFloats((a, b) => -maxFloat(-a, -b)),
  ceil: fixed([ANY], ([n]) => floatResult(Math.ceil(toFloat64(n)))),
  floor: fixed([ANY], ([n]) => floatResult(Math.floor(toFloat64(n)))),
  round: variadic([ANY, INT, "float64"], ([n, places, threshold = 0.5]) =>
    floatResult(round(toFloat64(n), integer(places), toFloat64(threshold))),
  ),
  until: fixed([INT], ([count], budget) => {
    const stop = integer(count);
    return ints(steps(budget, 0, stop, stop < 0 ? -1 : 1));
  }),
  untilStep: fixed([INT, INT, INT], ([start, stop, step], budget) =>
    ints(steps(budget, integer(start), integer(stop), integer(step))),
  ),
  seq: variadic([INT], (params, budget) => sequence(budget, params.map(integer))),
  atoi: fixed([STRING], ([s]) => atoi(text(s))),
  int: fixed([ANY], ([value]) => toInt(value)),
  int64: fixed([ANY], ([value]) => int64(toInt64(value))),
  float64: fixed([ANY], ([value]) => floatResult(toFloat64(value))),
  toDecimal: fixed([ANY], ([value], budget) => int64(fromOctal(sprint([value], budget)))),
};
