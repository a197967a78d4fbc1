// How Sprig reads its arguments: spf13/cast and the strval and strslice of Sprig's strings.go.

import { isTrue } from "../access.js";
import { Failure } from "../errors.js";
import { sprint } from "../fmt/print.js";
import { BYTES, textOf } from "../fmt/printer.js";
import type { Budget } from "../limits.js";
import { parseFloat64, parseInteger } from "../strconv.js";
import {
  elementsOf,
  type Float64,
  float64,
  floatOf,
  int,
  integerOf,
  kindOf,
  Slice,
  Typed,
  typeOf,
  unwrap,
} from "../values.js";
import { Opaque } from "./values.js";

export const STRING = "string";
export const INT = "int";
export const BOOL = "bool";
export const DICT = "map[string]interface {}";

const MIN_INT64 = -(1n << 63n);
const MAX_INT64 = (1n << 63n) - 1n;

/** An argument of a parameter of type string. */
export function text(value: unknown): string {
  return String(value);
}

/** An argument of a parameter of type int. */
export function integer(value: unknown): number {
  return Number(integerOf(value));
}

export function int64(value: bigint): Typed {
  return new Typed("int64", BigInt.asIntN(64, value));
}

/** cast.ToInt64: what is no number counts as 0. */
export function toInt64(value: unknown): bigint {
  const inner = unwrap(value);
  switch (kindOf(inner)) {
    case "int":
      return BigInt.asIntN(64, BigInt(integerOf(inner)));
    case "float":
      return truncated(floatOf(inner));
    case "bool":
      return inner === true ? 1n : 0n;
    case "string":
      return parsedInteger(text(inner));
    default:
      return 0n;
  }
}

/** Go's conversion of a float64 to int64 on amd64. */
function truncated(value: number): bigint {
  if (!Number.isFinite(value)) return MIN_INT64;
  const whole = BigInt(Math.trunc(value));
  return whole < MIN_INT64 || whole > MAX_INT64 ? MIN_INT64 : whole;
}

function parsedInteger(s: string): bigint {
  // "5.00" counts as 5.
  const value = parseInteger(s.replace(/\.0+$/, ""));
  return value === undefined || value < MIN_INT64 || value > MAX_INT64 ? 0n : value;
}

/** cast.ToInt as a value of type int. */
export function toInt(value: unknown): number | bigint {
  return int(toInt64(value));
}

/** cast.ToFloat64: what is no number counts as 0. */
export function toFloat64(value: unknown): number {
  const inner = unwrap(value);
  switch (kindOf(inner)) {
    case "int":
      return Number(integerOf(inner));
    case "float":
      return floatOf(inner);
    case "bool":
      return inner === true ? 1 : 0;
    case "string":
      return parsedFloat(text(inner));
    default:
      return 0;
  }
}

function parsedFloat(s: string): number {
  const infinity = /^([+-]?)inf(?:inity)?$/i.exec(s);
  if (infinity !== null) return infinity[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^nan$/i.test(s)) return Number.NaN;
  const value = parseFloat64(s);
  return Number.isFinite(value) ? value : 0;
}

/** A float64 result. */
export function floatResult(value: number): number | Float64 {
  return float64(value);
}

/** strval: a string as it is, anything else as %v prints it. */
export function strval(budget: Budget, value: unknown): string {
  const inner = unwrap(value);
  if (typeof inner === "string") return inner;
  if (typeOf(inner) === BYTES) return textOf(inner);
  return inner instanceof Opaque ? inner.text : sprint([inner], budget);
}

/** strslice: the elements that are not nil as strings; what is no list is a list of one. */
export function strslice(budget: Budget, value: unknown): readonly string[] {
  const inner = unwrap(value);
  if (inner === null) return [];
  if (kindOf(inner) !== "slice") return [strval(budget, inner)];
  return elementsOf(inner).flatMap((item) => (unwrap(item) === null ? [] : [strval(budget, item)]));
}

export function stringSlice(items: readonly string[]): Slice {
  return new Slice("[]string", items);
}

/** Sprig's empty: the zero value of a type, or an empty container. */
export function isEmpty(budget: Budget, value: unknown): boolean {
  return !isTrue(budget, value);
}

/** reflect.Kind's name. */
export function kindName(value: unknown): string {
  const kind = kindOf(value);
  switch (kind) {
    case "int":
    case "float":
    case "complex":
      return typeOf(value);
    case "pointer":
      return "ptr";
    default:
      return kind;
  }
}

/** What Go's runtime says when a nil is used as a value. */
export function nilDereference(): Failure {
  return new Failure("runtime error: invalid memory address or nil pointer dereference");
}
