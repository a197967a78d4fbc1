import { byteLength, sliceBytes, toByteString } from "./bytes.js";
import { refuse } from "./errors.js";
import type { Budget } from "./limits.js";
import {
  elementsOf,
  Interface,
  integerOf,
  isInteger,
  kindOf,
  mapGet,
  mapSize,
  Slice,
  sliceOf,
  Typed,
  typeOf,
  unwrap,
} from "./values.js";

/** text/template's index: item[key][key]…, the value with its static type. */
export function indexValue(item: unknown, keys: readonly unknown[]): unknown {
  if (unwrap(item) === null) refuse("index of untyped nil");
  return keys.reduce(indexOnce, item);
}

function indexOnce(container: unknown, key: unknown): unknown {
  const value = unwrap(container);
  const at = unwrap(key);
  switch (kindOf(value)) {
    case "invalid":
      return refuse("index of nil pointer");
    case "map":
      return indexMap(value, at);
    case "slice":
      return elementsOf(value)[indexBelow("slice", at, elementsOf(value).length)];
    case "string":
      return indexString(String(value), at);
    default:
      return refuse(`can't index item of type ${typeOf(value)}`);
  }
}

function indexMap(map: unknown, key: unknown): unknown {
  if (key === null) refuse("value is nil; should be of type string");
  if (typeof key !== "string") return refuse(`value has type ${typeOf(key)}; should be string`);
  return mapGet(map, key) ?? zeroElement(typeOf(map));
}

/** What Go's maps give for a missing key: the zero value of the type of their values. */
export function zeroElement(mapType: string): unknown {
  return mapType.endsWith("]string") ? "" : new Interface(null);
}

function indexString(s: string, key: unknown): unknown {
  const bytes = toByteString(s);
  return new Typed("uint8", BigInt(bytes.charCodeAt(indexBelow("string", key, bytes.length))));
}

/** An index of an element. */
function indexBelow(what: string, key: unknown, length: number): number {
  const at = indexArgument(key, length);
  return at < length ? at : refuse(`reflect: ${what} index out of range`);
}

/** An index as a number; it may equal the length, as the end of a slice does. */
function indexArgument(index: unknown, limit: number): number {
  if (index === null || index === undefined) refuse("cannot index slice/array with nil");
  if (!isInteger(index)) refuse(`cannot index slice/array with type ${typeOf(index)}`);
  const n = integerOf(index);
  if (n < 0 || n > limit) refuse(`index out of range: ${n}`);
  return Number(n);
}

/** text/template's slice: item[i:j:k]. */
export function sliceValue(item: unknown, indexes: readonly unknown[]): unknown {
  const value = unwrap(item);
  if (value === null) refuse("slice of untyped nil");
  if (indexes.length > 3) refuse(`too many slice indexes: ${indexes.length}`);
  if (typeof value === "string") return sliceString(value, indexes);
  const slice = sliceOf(value);
  if (slice === undefined) refuse(`can't slice item of type ${typeOf(value)}`);
  const [i, j, k] = sliceBounds(indexes, slice.length, slice.capacity);
  return new Slice(slice.type, slice.items, slice.start + i, j - i, (k ?? slice.capacity) - i, slice.isNil);
}

function sliceString(s: string, indexes: readonly unknown[]): string {
  if (indexes.length === 3) refuse("cannot 3-index slice a string");
  const length = byteLength(s);
  const [i, j] = sliceBounds(indexes, length, length);
  return sliceBytes(s, i, j);
}

function sliceBounds(
  indexes: readonly unknown[],
  length: number,
  capacity: number,
): [number, number, number | undefined] {
  const [i = 0, j = length, k] = indexes.map((index) => indexArgument(index, capacity));
  if (i > j) refuse(`invalid slice index: ${i} > ${j}`);
  if (k !== undefined && j > k) refuse(`invalid slice index: ${j} > ${k}`);
  return [i, j, k];
}

/** text/template's len. Strings count bytes. */
export function lengthOf(budget: Budget, item: unknown): number {
  // Go reads the type of what is no value, and reflect panics.
  if (item === undefined) refuse("reflect: call of reflect.Value.Type on zero Value");
  const value = unwrap(item);
  switch (kindOf(value)) {
    case "invalid":
      return refuse("len of nil pointer");
    case "string":
      return byteLength(String(value));
    case "slice":
      return sliceOf(value)?.length ?? 0;
    case "map":
      return mapSize(budget, value);
    default:
      return refuse(`len of type ${typeOf(value)}`);
  }
}
