import { byteLength, fromByteString, runeOf, toByteString } from "@lookinglass/go";
import { basicValue } from "./compare.js";
import { fail } from "./errors.js";
import type { Budget } from "./limits.js";
import { keyOf } from "./lookups.js";
import type { OperandNode } from "./nodes.js";
import {
  elementsOf,
  floatOf,
  Interface,
  integerOf,
  isNil,
  kindOf,
  mapSize,
  Slice,
  sliceOf,
  Typed,
  typeOf,
  unwrap,
} from "./values.js";

/** text/template's index: item[key][key]…, the value with its static type. */
export function indexValue(
  [item, ...keys]: readonly unknown[],
  budget: Budget,
  operands: readonly OperandNode[],
): unknown {
  if (unwrap(item) === null) fail("index of untyped nil");
  return keys.reduce((container, key) => indexOnce(container, key, budget, operands), item);
}

function indexOnce(
  container: unknown,
  key: unknown,
  budget: Budget,
  operands: readonly OperandNode[],
): unknown {
  const value = unwrap(container);
  const at = unwrap(key);
  const kind = kindOf(value);
  if (kind === "map") return indexMap(value, at, budget, operands);
  if (kind === "invalid") fail("index of nil pointer");
  if (kind !== "slice" && kind !== "string") fail(`can't index item of type ${typeBehind(value)}`);
  const items = kind === "slice" ? elementsOf(value) : toByteString(String(value));
  const n = indexArgument(at, items.length);
  if (n === items.length) fail(`reflect: ${kind} index out of range`);
  return kind === "slice" ? items[n] : new Typed("uint8", BigInt(runeOf(String(items[n]))));
}

/** The type of what a pointer points to. */
function typeBehind(value: unknown): string {
  return typeOf(value).replace("*", "");
}

function indexMap(map: unknown, key: unknown, budget: Budget, operands: readonly OperandNode[]): unknown {
  if (key === null) fail("value is nil; should be of type string");
  if (typeof key !== "string") return fail(`value has type ${typeOf(key)}; should be string`);
  return keyOf(budget, map, key, operands) ?? zeroElement(typeOf(map));
}

/** What Go's maps give for a missing key: the zero value of the type of their values. */
export function zeroElement(mapType: string): unknown {
  return mapType.endsWith("]string") ? "" : new Interface(null);
}

/** An index as a number; it may equal the length, as the end of a slice does. */
function indexArgument(index: unknown, limit: number): number {
  const kind = kindOf(index);
  if (kind === "invalid") fail("cannot index slice/array with nil");
  if (kind !== "int") fail(`cannot index slice/array with type ${typeOf(index)}`);
  const n = integerOf(index);
  return n < 0 || n > limit ? fail(`index out of range: ${n}`) : Number(n);
}

/** text/template's slice: item[i:j:k]. */
export function sliceValue([item, ...indexes]: readonly unknown[]): unknown {
  const value = unwrap(item);
  const kind = kindOf(value);
  if (kind === "invalid") fail("slice of untyped nil");
  if (indexes.length > 3) fail(`too many slice indexes: ${indexes.length}`);
  if (kind === "string" && indexes.length > 2) fail("cannot 3-index slice a string");
  if (kind !== "slice" && kind !== "string") fail(`can't slice item of type ${typeOf(value)}`);
  const items = kind === "slice" ? sliceOf(value).items : toByteString(String(value));
  const capacity = items.length;
  const length = kind === "slice" ? sliceOf(value).length : capacity;
  const [i = 0, j = length, k = capacity] = indexes.map((index) => indexArgument(index, capacity));
  if (i > j) fail(`invalid slice index: ${i} > ${j}`);
  if (j > k) fail(`invalid slice index: ${j} > ${k}`);
  if (typeof items === "string") return fromByteString(items.slice(i, j));
  return new Slice(typeOf(value), items.slice(i, k), j - i, isNil(value));
}

/** text/template's len. Strings count bytes. */
export function lengthOf([item]: readonly unknown[], budget: Budget): number {
  // Go reads the type of what is no value, and reflect panics.
  if (item === undefined) fail("reflect: call of reflect.Value.Type on zero Value");
  const value = unwrap(item);
  switch (kindOf(value)) {
    case "invalid":
      return fail("len of nil pointer");
    case "string":
      return byteLength(String(value));
    case "slice":
      return sliceOf(value).length;
    case "map":
      return mapSize(budget, value);
    default:
      return fail(`len of type ${typeBehind(value)}`);
  }
}

/** Truth as if, and, or, not see it: whether the value is not the zero value of its type. */
export function isTrue(budget: Budget, value: unknown): boolean {
  const inner = unwrap(value);
  switch (kindOf(inner)) {
    case "int":
      return Boolean(integerOf(inner));
    case "float":
      return floatOf(inner) !== 0;
    case "complex":
      return basicValue(inner) !== "0 0";
    case "slice":
    case "map":
      return lengthOf([inner], budget) > 0;
    default:
      return Boolean(inner);
  }
}
