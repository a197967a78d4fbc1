import {
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
  ownValue,
  sameData,
} from "../json.js";
import type { SpecPath } from "../path.js";
import {
  isWritableList,
  isWritableMap,
  toReadBack,
  type WritableMap,
  type WritableValue,
} from "./plain-value.js";

/** A change below a value. */
export type Part =
  | { readonly op: "set"; readonly path: SpecPath; readonly value: WritableValue }
  | { readonly op: "insert"; readonly path: SpecPath; readonly value: WritableValue }
  | { readonly op: "remove"; readonly path: SpecPath };

/** Beyond this many changes a collection is written anew: each costs a reading of the text. */
const MAX_PARTS = 24;

/**
 * The changes that turn one map or list into another, down to the smallest values, so that what stays the same keeps
 * its text; null when the two have nothing in common or are no collections of one kind.
 */
export function decompose(before: JsonValue | undefined, after: WritableValue): readonly Part[] | null {
  const parts = partsOf(before, after);
  return parts && parts.length > 0 && parts.length <= MAX_PARTS ? parts : null;
}

function partsOf(before: JsonValue | undefined, after: WritableValue): Part[] | null {
  if (isObject(before) && isWritableMap(after)) return mapParts(before, after);
  if (isArray(before) && isWritableList(after)) return listParts(before, after);
  return null;
}

/** Writing one member: the parts below it, or all of it. */
function memberParts(segment: string | number, before: JsonValue | undefined, after: WritableValue): Part[] {
  const below = partsOf(before, after);
  if (!below || below.length === 0) return [{ op: "set", path: [segment], value: after }];
  return below.map((part) => ({ ...part, path: [segment, ...part.path] }));
}

function mapParts(before: JsonObject, after: WritableMap): Part[] | null {
  const names = Object.keys(before);
  if (!names.some((name) => Object.hasOwn(after, name))) return null;
  const removed = names.filter((name) => !Object.hasOwn(after, name));
  const written = Object.entries(after).filter(
    ([name, value]) => !Object.hasOwn(before, name) || !sameData(before[name], toReadBack(value)),
  );
  return [
    ...removed.map((name): Part => ({ op: "remove", path: [name] })),
    ...written.flatMap(([name, value]) => memberParts(name, ownValue(before, name), value)),
  ];
}

/** Common items at both ends stay; between them items are replaced one by one, the rest inserted or removed. */
function listParts(before: JsonArray, after: readonly WritableValue[]): Part[] | null {
  const target = after.map(toReadBack);
  const shorter = Math.min(before.length, target.length);
  if (shorter === 0) return null;
  let head = 0;
  while (head < shorter && sameData(before[head], target[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && sameData(before.at(-1 - tail), target.at(-1 - tail))) tail += 1;
  const replaced = shorter - head - tail;
  const at = (index: number): WritableValue => after[index] ?? null;
  const sets = indexes(head, replaced).flatMap((index) => memberParts(index, before[index], at(index)));
  const inserts = indexes(head + replaced, after.length - shorter).map(
    (index): Part => ({ op: "insert", path: [index], value: at(index) }),
  );
  const removes = indexes(head + replaced, before.length - shorter)
    .toReversed()
    .map((index): Part => ({ op: "remove", path: [index] }));
  return [...sets, ...inserts, ...removes];
}

function indexes(start: number, count: number): number[] {
  return Array.from({ length: Math.max(0, count) }, (_, offset) => start + offset);
}
