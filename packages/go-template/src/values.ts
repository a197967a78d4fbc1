// Go values in JavaScript. What a caller passes as data is used as it is:
//
//   string                       string (see bytes.ts for bytes that are no valid UTF-8)
//   boolean                      bool
//   number, a safe integer       int          bigint   int
//   number, any other            float64      Float64  float64 with the value of a safe integer
//   array                        []interface {}
//   plain object, Map            map[string]interface {}
//   null                         a nil interface {}
//
// Typed, Complex, Slice, TypedMap and Opaque are the other types that functions return. undefined is Go's zero
// reflect.Value: the result of looking up a missing key, "no value".

import type { Budget } from "./limits.js";

/** The base of every value class of this package: tells them from maps. */
export abstract class GoValue {
  abstract readonly type: string;
}

/** A float64 that is a safe integer, as 2.0 is. */
export class Float64 extends GoValue {
  readonly type = "float64";
  constructor(readonly value: number) {
    super();
  }
}

/** An integer of a type other than int, such as int64 or uint8. */
export class Typed extends GoValue {
  constructor(
    readonly type: string,
    readonly value: bigint,
  ) {
    super();
  }
}

export class Complex extends GoValue {
  readonly type = "complex128";
  constructor(
    readonly re: number,
    readonly im: number,
  ) {
    super();
  }
}

/** The items of every nil slice. */
const NIL_ITEMS: readonly unknown[] = Object.freeze([]);

/** Part of an array: elements start to start + length, and room up to capacity. */
export class Slice extends GoValue {
  static nil(type: string): Slice {
    return new Slice(type, NIL_ITEMS);
  }

  constructor(
    readonly type: string,
    readonly items: readonly unknown[],
    readonly start = 0,
    readonly length = items.length,
    readonly capacity = items.length,
  ) {
    super();
  }

  get isNil(): boolean {
    return this.items === NIL_ITEMS;
  }
}

/** A map of another type than map[string]interface {}, or a nil map. */
export class TypedMap extends GoValue {
  constructor(
    readonly type: string,
    readonly entries: ReadonlyMap<string, unknown>,
    readonly isNil = false,
  ) {
    super();
  }
}

/** A method of an Opaque value: called with arguments of the types, it returns a Go value. */
export interface Method {
  readonly params: readonly string[];
  readonly call: (args: readonly unknown[]) => unknown;
}

/** A pointer to a struct that functions return: has methods and prints as text. */
export class Opaque extends GoValue {
  constructor(
    readonly type: string,
    readonly text: string,
    /** The value as "%#v" prints it. */
    readonly goSyntax: string,
    readonly methods: ReadonlyMap<string, Method>,
  ) {
    super();
  }
}

/** A value of static type interface {}: what a field, an element or an argument holds before it is unwrapped. */
export class Interface {
  constructor(readonly value: unknown) {}
}

/** An integer of type int from its exact value, wrapped to 64 bits. */
export function int(value: bigint): number | bigint {
  const wrapped = BigInt.asIntN(64, value);
  const small = Number(wrapped);
  return Number.isSafeInteger(small) ? small : wrapped;
}

/**
 * A float64. Needed only where the value is a whole number, which a plain JavaScript number gives as an int:
 * `{port: float64(2)}` prints 2 with `%v` and is refused by `%d`, as 2.0 in Go.
 */
export function float64(value: number): number | Float64 {
  return Number.isSafeInteger(value) ? new Float64(value) : value;
}

/** The value as fmt sees it: without its static type; null where it is invalid or nil. */
export function unwrap(value: unknown): unknown {
  const inner = value instanceof Interface ? value.value : value;
  switch (typeof inner) {
    case "undefined":
    case "function":
    case "symbol":
      return null;
    default:
      return inner;
  }
}

export type Kind =
  | "invalid"
  | "bool"
  | "int"
  | "uint"
  | "float"
  | "complex"
  | "string"
  | "slice"
  | "map"
  | "pointer";

/** reflect.Kind of an unwrapped value, sizes left aside. */
export function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "bool";
    case "number":
      return Number.isSafeInteger(value) ? "int" : "float";
    case "bigint":
      return "int";
    case "object":
      return value === null ? "invalid" : kindOfObject(value);
    default:
      return "invalid";
  }
}

function kindOfObject(value: object): Kind {
  if (Array.isArray(value)) return "slice";
  if (!(value instanceof GoValue)) return "map";
  if (value instanceof Float64) return "float";
  if (value instanceof Typed) return value.type.startsWith("u") ? "uint" : "int";
  if (value instanceof Slice) return "slice";
  if (value instanceof TypedMap) return "map";
  return value instanceof Complex ? "complex" : "pointer";
}

const PLAIN_TYPES: Readonly<Record<Kind, string>> = {
  invalid: "<nil>",
  bool: "bool",
  int: "int",
  uint: "uint",
  float: "float64",
  complex: "complex128",
  string: "string",
  slice: "[]interface {}",
  map: "map[string]interface {}",
  pointer: "pointer",
};

/** The type as Go prints it; a value with a static type has that one. */
export function typeOf(value: unknown): string {
  if (value instanceof GoValue) return value.type;
  return value instanceof Interface ? "interface {}" : PLAIN_TYPES[kindOf(value)];
}

/** The number in a value of kind float. */
export function floatOf(value: unknown): number {
  return value instanceof Float64 ? value.value : Number(value);
}

/** The number in a value of kind int or uint: small ones as number, others as bigint. */
export function integerOf(value: unknown): number | bigint {
  if (value instanceof Typed) return value.value;
  return typeof value === "bigint" ? BigInt.asIntN(64, value) : Number(value);
}

/** Whether the value is of kind int or uint. */
export function isInteger(value: unknown): boolean {
  const kind = kindOf(value);
  return kind === "int" || kind === "uint";
}

/** A view of any slice as Go's slice header. */
export function sliceOf(value: unknown): Slice | undefined {
  if (value instanceof Slice) return value;
  return Array.isArray(value) ? new Slice("[]interface {}", value) : undefined;
}

/** The elements of a slice; each of static type interface {} unless the slice says otherwise. */
export function elementAt(slice: Slice, index: number): unknown {
  const item = slice.items[slice.start + index];
  return slice.type === "[]interface {}" ? new Interface(unwrap(item)) : item;
}

export function elementsOf(value: unknown): readonly unknown[] {
  const slice = sliceOf(value);
  if (slice === undefined) return [];
  return slice.items.slice(slice.start, slice.start + slice.length);
}

/** The value of a key in a map, with its static type; undefined if the map has no such key of its own. */
export function mapGet(map: unknown, key: string): unknown {
  if (map instanceof TypedMap) return map.entries.get(key);
  if (map instanceof Map) return map.has(key) ? new Interface(unwrap(map.get(key))) : undefined;
  if (typeof map !== "object" || map === null || !Object.hasOwn(map, key)) return undefined;
  // hasOwn has shown that the key is there; the index signature is all the type can say of foreign data.
  const value = (map as Readonly<Record<string, unknown>>)[key];
  return value === undefined ? undefined : new Interface(unwrap(value));
}

/** The value of a key in a map, unwrapped; undefined if the map has no such key of its own. */
export function mapValue(map: unknown, key: string): unknown {
  const value = mapGet(map, key);
  return value instanceof Interface ? value.value : value;
}

/** Keys of a map, unsorted. */
export function mapKeys(map: unknown): string[] {
  if (map instanceof TypedMap) return [...map.entries.keys()];
  if (map instanceof Map) return [...map.keys()].filter((key) => typeof key === "string");
  if (typeof map !== "object" || map === null) return [];
  // Foreign data: all that is known is that these are its keys.
  const members = map as Readonly<Record<string, unknown>>;
  return Object.keys(members).filter((key) => members[key] !== undefined);
}

/** Number of keys. JavaScript counts the keys of an object one by one, which has to be paid for. */
export function mapSize(budget: Budget, map: unknown): number {
  if (map instanceof Map) return map.size;
  const size = mapKeys(map).length;
  budget.spend(size >> 1);
  return size;
}

/** Truth as if, and, or, not see it: whether the value is not the zero value of its type. */
export function isTrue(budget: Budget, value: unknown): boolean {
  const inner = unwrap(value);
  switch (kindOf(inner)) {
    case "int":
    case "uint":
      return Number(integerOf(inner)) !== 0;
    case "float":
      return floatOf(inner) !== 0;
    case "complex":
      return inner instanceof Complex && (inner.re !== 0 || inner.im !== 0);
    case "slice":
      return sliceOf(inner)?.length !== 0;
    case "map":
      return mapSize(budget, inner) > 0;
    default:
      return Boolean(inner);
  }
}

/** Whether the value is nil, or a nil slice or map. */
export function isNil(value: unknown): boolean {
  return value === null || ((value instanceof Slice || value instanceof TypedMap) && value.isNil);
}
