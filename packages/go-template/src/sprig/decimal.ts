// The float functions that Sprig computes with shopspring/decimal 1.2.0: 0.1 + 0.2 is 0.3.

import { Failure } from "../errors.js";
import { ANY, type GoFunction, variadic } from "../functions.js";
import { type Budget, spendText } from "../limits.js";
import { floatResult, toFloat64 } from "./coerce.js";

/** value × 10^exponent. */
interface Decimal {
  readonly value: bigint;
  readonly exponent: number;
}

const DIVISION_PRECISION = 16;

/** decimal.NewFromFloat: the shortest decimal that reads back as the float. */
function fromFloat(float: number): Decimal {
  if (!Number.isFinite(float)) {
    const name = Number.isNaN(float) ? "NaN" : float > 0 ? "+Inf" : "-Inf";
    throw new Failure(`Cannot create a Decimal from ${name}`);
  }
  const [mantissa = "0", exponent = "0"] = float.toExponential().split("e");
  const fraction = mantissa.split(".")[1] ?? "";
  return { value: BigInt(mantissa.replace(".", "")), exponent: Number(exponent) - fraction.length };
}

function toFloat({ value, exponent }: Decimal): number {
  return Number(`${value}e${exponent}`);
}

function rescale({ value, exponent }: Decimal, target: number): bigint {
  return value * 10n ** BigInt(exponent - target);
}

function aligned(a: Decimal, b: Decimal, combine: (x: bigint, y: bigint) => bigint): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return { value: combine(rescale(a, exponent), rescale(b, exponent)), exponent };
}

function multiply(a: Decimal, b: Decimal): Decimal {
  return { value: a.value * b.value, exponent: a.exponent + b.exponent };
}

/** DivRound to 16 places, halves away from zero. */
function divide(a: Decimal, b: Decimal): Decimal {
  if (b.value === 0n) throw new Failure("decimal division by 0");
  const shift = a.exponent - b.exponent + DIVISION_PRECISION;
  const dividend = shift > 0 ? a.value * 10n ** BigInt(shift) : a.value;
  const by = shift < 0 ? b.value * 10n ** BigInt(-shift) : b.value;
  const quotient = dividend / by;
  const rest = dividend % by;
  const up = absolute(rest) * 2n >= absolute(by);
  const direction = dividend < 0n === by < 0n ? 1n : -1n;
  return { value: up ? quotient + direction : quotient, exponent: -DIVISION_PRECISION };
}

function absolute(n: bigint): bigint {
  return n < 0n ? -n : n;
}

function reduce(
  budget: Budget,
  first: number,
  others: readonly unknown[],
  combine: (a: Decimal, b: Decimal) => Decimal,
): unknown {
  let result = fromFloat(first);
  for (const other of others) {
    result = combine(result, fromFloat(toFloat64(other)));
    spendText(budget, result.value.toString(16).length);
  }
  return floatResult(toFloat(result));
}

function onDecimals(combine: (a: Decimal, b: Decimal) => Decimal): GoFunction {
  return variadic([ANY, ANY], ([first, ...others], budget) =>
    reduce(budget, toFloat64(first), others, combine),
  );
}

const add = (a: Decimal, b: Decimal) => aligned(a, b, (x, y) => x + y);

export const decimalFunctions: Readonly<Record<string, GoFunction>> = {
  addf: variadic([ANY], (args, budget) => reduce(budget, 0, args, add)),
  add1f: { params: [ANY], call: ([n], budget) => reduce(budget, toFloat64(n), [1], add) },
  subf: onDecimals((a, b) => aligned(a, b, (x, y) => x - y)),
  mulf: onDecimals(multiply),
  divf: onDecimals(divide),
};
