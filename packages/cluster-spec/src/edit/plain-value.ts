import { defineOwn, type JsonValue } from "../json.js";
import { MAX_DEPTH } from "../limits.js";

/** A value to write: JSON-like data in which big integers keep their digits. */
export type WritableValue = JsonValue | bigint | readonly WritableValue[] | WritableMap;
export interface WritableMap {
  readonly [key: string]: WritableValue;
}

/**
 * Makes JSON-like data of any value, as JSON.stringify would: undefined members and functions vanish, dates become
 * text. Undefined when nothing can be written: functions, symbols, cycles, too deep a nesting.
 */
export function toWritable(value: unknown, depth = 0): WritableValue | undefined {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
    case "bigint":
      return value;
    case "object":
      return depth > MAX_DEPTH ? undefined : objectToWritable(value, depth);
    default:
      return undefined;
  }
}

function objectToWritable(value: object | null, depth: number): WritableValue | undefined {
  if (value === null) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return listToWritable(value, depth);
  const map = {};
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const writable = toWritable(member, depth + 1);
    if (writable === undefined) return undefined;
    defineOwn(map, key, writable);
  }
  return map;
}

function listToWritable(list: readonly unknown[], depth: number): WritableValue | undefined {
  const items: WritableValue[] = [];
  for (const item of list) {
    const writable = item === undefined ? null : toWritable(item, depth + 1);
    if (writable === undefined) return undefined;
    items.push(writable);
  }
  return items;
}

export function isWritableList(value: WritableValue): value is readonly WritableValue[] {
  return Array.isArray(value);
}

export function isWritableMap(value: WritableValue): value is WritableMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The data that a reader gets back: big integers become numbers. */
export function toReadBack(value: WritableValue): JsonValue {
  if (typeof value === "bigint") return Number(value);
  if (isWritableList(value)) return value.map(toReadBack);
  if (!isWritableMap(value)) return value;
  const map: Record<string, JsonValue> = {};
  for (const [key, member] of Object.entries(value)) defineOwn(map, key, toReadBack(member));
  return map;
}
