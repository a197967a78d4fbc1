import { defineOwn, isArray, isObject, type JsonObject, type JsonValue } from "../json.js";
import { childOf, type SpecPath } from "../path.js";

/** The data after an edit, or why the edit makes no sense there. */
export type DataResult =
  | { readonly ok: true; readonly data: JsonValue }
  | { readonly ok: false; readonly reason: string };

const refuse = (reason: string): DataResult => ({ ok: false, reason });
const done = (data: JsonValue): DataResult => ({ ok: true, data });

/** What an edit does to the collection that holds its target; undefined stands for an absent collection. */
type Change = (parent: JsonValue | undefined, segment: string | number) => DataResult;

export function setInData(data: JsonValue | undefined, path: SpecPath, value: JsonValue): DataResult {
  return changeIn(data, path, value, (parent, segment) => {
    if (isArray(parent)) return setItem(parent, segment, value);
    if (isObject(parent)) return done(withKey(parent, String(segment), value));
    return (parent ?? null) === null
      ? newCollection(segment, value)
      : refuse("A plain value stands there, not a map or list.");
  });
}

export function insertInData(data: JsonValue | undefined, path: SpecPath, value: JsonValue): DataResult {
  if (path.length === 0) return refuse("A document is no list item.");
  return changeIn(data, path, value, (parent, segment) => {
    if ((parent ?? null) === null && segment === 0) return done([value]);
    if (!isArray(parent)) return refuse("There is no list to insert into.");
    if (!isIndex(segment) || segment > parent.length) return refuse("The list is shorter than that index.");
    return done(parent.toSpliced(segment, 0, value));
  });
}

/** Removing what is not there changes nothing. */
export function removeFromData(data: JsonValue | undefined, path: SpecPath): DataResult {
  return changeIn(data, path, null, (parent, segment) => {
    if (parent === undefined || childOf(parent, segment) === undefined) return done(parent ?? null);
    if (isArray(parent)) return done(parent.filter((_, index) => index !== segment));
    return isObject(parent) ? done(withoutKey(parent, String(segment))) : done(parent);
  });
}

export function renameInData(data: JsonValue | undefined, path: SpecPath, name: string): DataResult {
  if (path.length === 0) return refuse("A document has no key.");
  return changeIn(data, path, null, (parent, segment) => {
    if (!isObject(parent) || !Object.hasOwn(parent, String(segment)))
      return refuse("There is no such key to rename.");
    if (String(segment) === name) return done(parent);
    if (Object.hasOwn(parent, name)) return refuse(`The key "${name}" is already there.`);
    return done(withRenamed(parent, String(segment), name));
  });
}

function changeIn(data: JsonValue | undefined, path: SpecPath, whole: JsonValue, change: Change): DataResult {
  const [segment, ...rest] = path;
  if (segment === undefined) return done(whole);
  if (rest.length === 0) return change(data, segment);
  const child = data === undefined ? undefined : childOf(data, segment);
  const changed = changeIn(child, rest, whole, change);
  if (!changed.ok || (child === undefined && changed.data === null))
    return changed.ok ? done(data ?? null) : changed;
  return setInData(data, [segment], changed.data);
}

function setItem(list: readonly JsonValue[], segment: string | number, value: JsonValue): DataResult {
  if (!isIndex(segment) || segment > list.length) return refuse("The list has no such index.");
  return done(list.toSpliced(segment, 1, value));
}

function newCollection(segment: string | number, value: JsonValue): DataResult {
  if (typeof segment === "string") return done(withKey({}, segment, value));
  return segment === 0 ? done([value]) : refuse("The list is shorter than that index.");
}

function isIndex(segment: string | number): segment is number {
  return typeof segment === "number" && Number.isInteger(segment) && segment >= 0;
}

function withKey(map: JsonObject, key: string, value: JsonValue): JsonObject {
  const copy = copyOf(map);
  defineOwn(copy, key, value);
  return copy;
}

function withoutKey(map: JsonObject, key: string): JsonObject {
  return copyOf(map, (name) => (name === key ? null : name));
}

function withRenamed(map: JsonObject, from: string, to: string): JsonObject {
  return copyOf(map, (name) => (name === from ? to : name));
}

function copyOf(map: JsonObject, rename: (name: string) => string | null = (name) => name): JsonObject {
  const copy = {};
  for (const [key, value] of Object.entries(map)) {
    const name = rename(key);
    if (name !== null) defineOwn(copy, name, value);
  }
  return copy;
}
