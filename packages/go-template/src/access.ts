import { byteLength, sliceBytes, toByteString } from "./bytes.js";
import { FunctionError } from "./errors.js";
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
  if (unwrap(item) === null) throw new FunctionError("index of untyped nil");
  return keys.reduce(indexOnce, item);
}

function indexOnce(container: unknown, key: unknown): unknown {
  const value = unwrap(container);
  switch (kindOf(value)) {
    case "invalid":
      throw new FunctionError("index of nil pointer");
    case "map":
      return indexMap(value, unwrap(key));
    case "slice":
      return indexSlice(value, unwrap(key));
    case "string":
      return indexString(String(value), unwrap(key));
    default:
      throw new FunctionError(`can't index item of type ${typeOf(value)}`);
  }
}

function indexMap(map: unknown, key: unknown): unknown {
  if (key === null) throw new FunctionError("value is nil; should be of type string");
  if (typeof key !== "string") throw new FunctionError(`value has type ${typeOf(key)}; should be string`);
  return mapGet(map, key) ?? zeroElement(typeOf(map));
}

/** What Go's maps give for a missing key: the zero value of the type of their values. */
export function zeroElement(mapType: string): unknown {
  return mapType.endsWith("]string") ? "" : new Interface(null);
}

function indexSlice(slice: unknown, key: unknown): unknown {
  const elements = elementsOf(slice);
  const at = indexArgument(key, elements.length);
  if (at >= elements.length) throw new FunctionError("reflect: slice index out of range");
  return elements[at];
}

function indexString(s: string, key: unknown): unknown {
  const bytes = toByteString(s);
  const at = indexArgument(key, bytes.length);
  if (at >= bytes.length) throw new FunctionError("reflect: string index out of range");
  return new Typed("uint8", BigInt(bytes.charCodeAt(at)));
}

/** An index as a number; it may equal the length, as the end of a slice does. */
function indexArgument(index: unknown, limit: number): number {
  if (index === null || index === undefined) throw new FunctionError("cannot index slice/array with nil");
  if (index instanceof Interface || !isInteger(index)) {
    throw new FunctionError(`cannot index slice/array with type ${typeOf(index)}`);
  }
  const n = integerOf(index);
  if (n < 0 || n > limit) throw new FunctionError(`index out of range: ${n}`);
  return Number(n);
}

/** text/template's slice: item[i:j:k]. */
export function sliceValue(item: unknown, indexes: readonly unknown[]): unknown {
  const value = unwrap(item);
  if (value === null) throw new FunctionError("slice of untyped nil");
  if (indexes.length > 3) throw new FunctionError(`too many slice indexes: ${indexes.length}`);
  if (typeof value === "string") return sliceString(value, indexes);
  const slice = sliceOf(value);
  if (slice === undefined) throw new FunctionError(`can't slice item of type ${typeOf(value)}`);
  const [i, j, k] = sliceBounds(indexes, slice.length, slice.capacity);
  return new Slice(slice.type, slice.items, slice.start + i, j - i, (k ?? slice.capacity) - i, slice.isNil);
}

function sliceString(s: string, indexes: readonly unknown[]): string {
  if (indexes.length === 3) throw new FunctionError("cannot 3-index slice a string");
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
  if (i > j) throw new FunctionError(`invalid slice index: ${i} > ${j}`);
  if (k !== undefined && j > k) throw new FunctionError(`invalid slice index: ${j} > ${k}`);
  return [i, j, k];
}

/** text/template's len. Strings count bytes. */
export function lengthOf(budget: Budget, item: unknown): number {
  // Go reads the type of what is no value, and reflect panics.
  if (item === undefined) throw new FunctionError("reflect: call of reflect.Value.Type on zero Value");
  const value = unwrap(item);
  switch (kindOf(value)) {
    case "invalid":
      throw new FunctionError("len of nil pointer");
    case "string":
      return byteLength(String(value));
    case "slice":
      return sliceOf(value)?.length ?? 0;
    case "map":
      return mapSize(budget, value);
    default:
      throw new FunctionError(`len of type ${typeOf(value)}`);
  }
}
