import { compareStrings } from "@lookinglass/go";
import { Failure } from "../errors.js";
import { ANY, fixed, type GoFunction, variadic } from "../functions.js";
import type { Budget } from "../limits.js";
import { elementsOf, kindOf, Slice, sliceOf, unwrap } from "../values.js";
import {
  INT,
  integer,
  isEmpty,
  kindName,
  nilDereference,
  stringSlice,
  strslice,
  strval,
  toInt64,
} from "./coerce.js";
import { deepEqual } from "./deep-equal.js";
import { nilSlice } from "./values.js";

const LIST = "[]interface {}";

/** The elements of a list; Sprig's error, which names what was to be done with it, if it is none. */
function elements(list: unknown, action: string): readonly unknown[] {
  const value = unwrap(list);
  if (value === null) throw nilDereference();
  if (kindOf(value) !== "slice") throw new Failure(`Cannot ${action} type ${kindName(value)}`);
  return elementsOf(value).map(unwrap);
}

/** A function of one list. */
function onList(action: string, call: (items: readonly unknown[], budget: Budget) => unknown): GoFunction {
  return fixed([ANY], ([list], budget) => call(elements(list, action), budget));
}

/** Sprig gives a nil slice for what is left of an empty list. */
function orNil(items: readonly unknown[], source: readonly unknown[]): unknown {
  return source.length === 0 ? nilSlice(LIST) : items;
}

function includes(budget: Budget, items: readonly unknown[], wanted: unknown): boolean {
  return items.some((item) => deepEqual(budget, wanted, item));
}

function uniq(items: readonly unknown[], budget: Budget): unknown[] {
  const kept: unknown[] = [];
  for (const item of items) if (!includes(budget, kept, item)) kept.push(item);
  return kept;
}

/** Lists of so many items. Go computes the count in floats, and panics over what a size below 1 makes of it. */
function chunk(size: number, items: readonly unknown[]): Slice {
  const count = Math.floor((items.length - 1) / size) + 1;
  const chunks = Array.from({ length: checkedLength(count) }, (_, i) => {
    const isLast = i === count - 1;
    const length = checkedLength((isLast && items.length % size) || size);
    return items.slice(i * size, i * size + length);
  });
  return new Slice("[][]interface {}", chunks);
}

function checkedLength(length: number): number {
  if (length >= 0 && Number.isFinite(length)) return length;
  throw new Failure("runtime error: makeslice: len out of range");
}

function sortAlpha(budget: Budget, list: unknown): Slice {
  const value = unwrap(list);
  if (kindOf(value) !== "slice") return stringSlice([strval(budget, value)]);
  return stringSlice([...strslice(budget, value)].sort(compareStrings));
}

/** Sprig's slice, which takes any number for an index; it replaces the builtin. */
function slice([list, ...indexes]: readonly unknown[]): unknown {
  const value = unwrap(list);
  if (value === null) throw nilDereference();
  if (kindOf(value) !== "slice") {
    throw new Failure(`list should be type of slice or array but ${kindName(value)}`);
  }
  const source = sliceOf(value);
  if (source.length === 0) return null;
  const start = indexes.length > 0 ? Number(toInt64(indexes[0])) : 0;
  const end = indexes.length > 1 ? Number(toInt64(indexes[1])) : source.length;
  if (start < 0 || start > end || end > source.items.length) {
    throw new Failure("reflect.Value.Slice: slice index out of bounds");
  }
  return new Slice(source.type, source.items.slice(start), end - start);
}

function concat(lists: readonly unknown[]): unknown {
  const all = lists.flatMap((list) => {
    const value = unwrap(list);
    if (value === null) throw nilDereference();
    if (kindOf(value) !== "slice") throw new Failure(`Cannot concat type ${kindName(value)} as list`);
    return elementsOf(value).map(unwrap);
  });
  return all.length === 0 ? nilSlice(LIST) : all;
}

function has([needle, haystack]: readonly unknown[], budget: Budget): boolean {
  if (unwrap(haystack) === null) return false;
  return includes(budget, elements(haystack, "find has on"), unwrap(needle));
}

const list = variadic([ANY], (items) => items);
const push = fixed([ANY, ANY], ([items, item]) => [...elements(items, "push on"), unwrap(item)]);
const prepend = fixed([ANY, ANY], ([items, item]) => [unwrap(item), ...elements(items, "prepend on")]);
const first = onList("find first on", (items) => items[0] ?? null);
const last = onList("find last on", (items) => items.at(-1) ?? null);
const rest = onList("find rest on", (items) => orNil(items.slice(1), items));
const initial = onList("find initial on", (items) => orNil(items.slice(0, -1), items));
const reverse = onList("find reverse on", (items) => items.toReversed());
const compact = onList("compact on", (items, budget) => items.filter((item) => !isEmpty(budget, item)));
const unique = onList("find uniq on", uniq);
const without = variadic([ANY, ANY], ([items, ...omitted], budget) =>
  elements(items, "find without on").filter((item) => !includes(budget, omitted, item)),
);
const hasItem = fixed([ANY, ANY], has);
const sliceList = variadic([ANY, ANY], slice);
const chunked = fixed([INT, ANY], ([size, items]) => chunk(integer(size), elements(items, "chunk")));

export const listFunctions: Readonly<Record<string, GoFunction>> = {
  list,
  tuple: list,
  append: push,
  mustAppend: push,
  push,
  mustPush: push,
  prepend,
  mustPrepend: prepend,
  first,
  mustFirst: first,
  last,
  mustLast: last,
  rest,
  mustRest: rest,
  initial,
  mustInitial: initial,
  reverse,
  mustReverse: reverse,
  compact,
  mustCompact: compact,
  uniq: unique,
  mustUniq: unique,
  without,
  mustWithout: without,
  has: hasItem,
  mustHas: hasItem,
  slice: sliceList,
  mustSlice: sliceList,
  chunk: chunked,
  mustChunk: chunked,
  concat: variadic([ANY], concat),
  sortAlpha: fixed([ANY], ([items], budget) => sortAlpha(budget, items)),
};
