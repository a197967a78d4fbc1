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
// Typed, Complex and Slice are the other types that functions return, and Sprig's TypedMap and Opaque. undefined is
// Go's zero reflect.Value: the result of looking up a missing key, "no value".

import type { GoFunction } from "./functions.js";
import { type Budget, spend } from "./limits.js";

/** The base of every value class of this package, tells them from maps; Sprig has classes of its own. */
export class GoValue {
  /** The entries of a map. */
  readonly entries?: ReadonlyMap<string, unknown>;
  /** The fields, unexported ones, of a struct or of what a pointer points to; its methods, of which String is toString. */
  readonly fields?: readonly (readonly [name: string, value: unknown])[];
  readonly methods?: ReadonlyMap<string, GoFunction>;

  constructor(
    readonly kind: Kind,
    readonly type: string,
    readonly isNil = false,
  ) {}
}

/** A float64 that is a safe integer, as 2.0 is. */
export class Float64 extends GoValue {
  constructor(readonly value: number) {
    super("float", "float64");
  }
}

/** An integer of a type other than int, such as int64 or uint8. */
export class Typed extends GoValue {
  constructor(
    type: string,
    readonly value: bigint,
  ) {
    super("int", type);
  }
}

export class Complex extends GoValue {
  constructor(
    readonly re: number,
    readonly im: number,
  ) {
    super("complex", "complex128");
  }
}

/** Elements of an array, and those behind them that its capacity still holds. */
export class Slice extends GoValue {
  constructor(
    type: string,
    /** As many as the capacity. */
    readonly items: readonly unknown[],
    readonly length = items.length,
    isNil = false,
  ) {
    super("slice", type, isNil);
  }
}

/** A value of static type interface {}: what a field, an element or an argument holds before it is unwrapped. */
export class Interface {
  constructor(readonly value: unknown) {}
}

/** An integer of type int from its exact value, wrapped to 64 bits. */
export function int(value: bigint): number | bigint {
  return compact(BigInt.asIntN(64, value));
}

/** An integer as values hold it: a number where it is a safe one. */
export function compact(integer: bigint): number | bigint {
  const small = Number(integer);
  return Number.isSafeInteger(small) ? small : integer;
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
  return kindOf(inner) === "invalid" ? null : inner;
}

export type Kind =
  | "invalid"
  | "bool"
  | "int"
  | "float"
  | "complex"
  | "string"
  | "slice"
  | "map"
  | "pointer"
  | "struct";

const PRIMITIVES: Readonly<Record<string, Kind>> = { string: "string", boolean: "bool", bigint: "int" };

/** reflect.Kind of an unwrapped value, sizes left aside. */
export function kindOf(value: unknown): Kind {
  if (typeof value === "number") return Number.isSafeInteger(value) ? "int" : "float";
  if (typeof value !== "object" || value === null) return PRIMITIVES[typeof value] ?? "invalid";
  if (value instanceof GoValue) return value.kind;
  return Array.isArray(value) ? "slice" : "map";
}

const LIST = "[]interface {}";

/** The types of plain values, where they are not called as their kinds. */
const TYPES: Readonly<Partial<Record<Kind, string>>> = {
  invalid: "<nil>",
  float: "float64",
  slice: LIST,
  map: "map[string]interface {}",
};

/** The type as Go prints it; a value with a static type has that one. */
export function typeOf(value: unknown): string {
  if (value instanceof GoValue) return value.type;
  const kind = kindOf(value);
  return value instanceof Interface ? "interface {}" : (TYPES[kind] ?? kind);
}

/** The number in a value of kind float. */
export function floatOf(value: unknown): number {
  return value instanceof Float64 ? value.value : Number(value);
}

/** The number in a value of kind int: small ones as number, others as bigint. */
export function integerOf(value: unknown): number | bigint {
  if (value instanceof Typed) return value.value;
  return typeof value === "bigint" ? BigInt.asIntN(64, value) : Number(value);
}

/** A view of any slice as Go's slice header; an empty one of what is none. */
export function sliceOf(value: unknown): Slice {
  return value instanceof Slice ? value : new Slice(LIST, Array.isArray(value) ? value : []);
}

/** The elements of a slice; each of static type interface {} unless the slice says otherwise. */
export function elementsOf(value: unknown): readonly unknown[] {
  const { items, length, type } = sliceOf(value);
  const elements = items.slice(0, length);
  return type === LIST ? elements.map((item) => new Interface(unwrap(item))) : elements;
}

/** The value of a key in a map, with its static type; undefined if the map has no such key of its own. */
export function mapGet(map: unknown, key: string): unknown {
  if (map instanceof GoValue) return map.entries?.get(key);
  const isMap = map instanceof Map;
  const members: Readonly<Record<string, unknown>> = Object(map);
  const value = isMap ? map.get(key) : Object.hasOwn(members, key) ? members[key] : undefined;
  return value !== undefined || (isMap && map.has(key)) ? new Interface(unwrap(value)) : undefined;
}

/** The value of a key in a map, unwrapped; undefined if the map has no such key of its own. */
export function mapValue(map: unknown, key: string): unknown {
  const value = mapGet(map, key);
  return value instanceof Interface ? value.value : value;
}

/** Keys of a map, unsorted. */
export function mapKeys(map: unknown): string[] {
  const entries = map instanceof GoValue ? map.entries : map;
  if (entries instanceof Map) return [...entries.keys()].filter((key) => typeof key === "string");
  return Object.keys(Object(map)).filter((key) => mapGet(map, key));
}

/** Number of keys. JavaScript counts the keys of an object one by one, which has to be paid for. */
export function mapSize(budget: Budget, map: unknown): number {
  if (map instanceof Map) return map.size;
  const size = mapKeys(map).length;
  spend(budget, size >> 1);
  return size;
}

/** Whether the value is nil, or a nil slice or map. */
export function isNil(value: unknown): boolean {
  return value === null || (value instanceof GoValue && value.isNil);
}
