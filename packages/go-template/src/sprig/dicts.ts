import { sortedKeys } from "../entries.js";
import { Failure } from "../errors.js";
import { ANY, fixed, type GoFunction, variadic } from "../functions.js";
import { type Budget, spend } from "../limits.js";
import { keyOf } from "../lookups.js";
import type { OperandNode } from "../nodes.js";
import { GoValue, kindOf, mapKeys, mapValue, typeOf, unwrap } from "../values.js";
import { DICT, STRING, stringSlice, strval, text } from "./coerce.js";
import { copyData } from "./copy.js";
import { mergeInto } from "./merge.js";

type Dict = Map<string, unknown>;

/** A map that can be changed. Templates that change maps work on a copy of the data, in which every map is a Map. */
function writable(dict: unknown): Dict {
  if (dict instanceof Map) return dict;
  throw new Failure("assignment to entry in nil map");
}

/** Entries in the order of their keys: Go's own order is random. */
function entriesOf(budget: Budget, dict: unknown): [string, unknown][] {
  spend(budget, mapKeys(dict).length);
  return sortedKeys(dict).map((key) => [key, mapValue(dict, key)]);
}

/** The value of a key that a template asks for, unwrapped; undefined if there is none. */
function asked(budget: Budget, dict: unknown, key: string, operands: readonly OperandNode[]): unknown {
  const value = keyOf(budget, dict, key, operands);
  return value === undefined ? undefined : unwrap(value);
}

function dict(args: readonly unknown[], budget: Budget): Dict {
  const entries: Dict = new Map();
  for (let i = 0; i < args.length; i += 2) {
    entries.set(strval(budget, args[i]), i + 1 < args.length ? unwrap(args[i + 1]) : "");
  }
  return entries;
}

function set([target, key, value]: readonly unknown[]): Dict {
  return writable(target).set(text(key), unwrap(value));
}

function unset([target, key]: readonly unknown[]): unknown {
  if (target instanceof Map) target.delete(text(key));
  return target;
}

function pick([source, ...keys]: readonly unknown[], budget: Budget, operands: readonly OperandNode[]): Dict {
  const wanted = keys.map(text).filter((key) => asked(budget, source, key, operands) !== undefined);
  return new Map(wanted.map((key) => [key, mapValue(source, key)]));
}

function omit([source, ...keys]: readonly unknown[], budget: Budget): Dict {
  const omitted = new Set(keys.map(text));
  return new Map(entriesOf(budget, source).filter(([key]) => !omitted.has(key)));
}

function pluck(
  [key, ...dicts]: readonly unknown[],
  budget: Budget,
  operands: readonly OperandNode[],
): unknown[] {
  return dicts
    .filter((source) => asked(budget, source, text(key), operands) !== undefined)
    .map((source) => mapValue(source, text(key)));
}

/** Looks keys up one in the other; the arguments are the keys, a default and the dict. */
function dig(args: readonly unknown[], budget: Budget, operands: readonly OperandNode[]): unknown {
  if (args.length < 3) throw new Failure("dig needs at least three arguments");
  const fallback = unwrap(args.at(-2));
  let step: unknown = asDict(args.at(-1));
  const keys = args.slice(0, -2).map(asKey);
  for (const [i, key] of keys.entries()) {
    const value = asked(budget, step, key, operands);
    if (value === undefined) return fallback;
    step = i < keys.length - 1 ? asDict(value) : value;
  }
  return step;
}

function asDict(value: unknown): unknown {
  const inner = unwrap(value);
  if (kindOf(inner) !== "map" || typeOf(inner) !== DICT) throw wrongType(inner, DICT);
  return inner;
}

function asKey(value: unknown): string {
  const inner = unwrap(value);
  if (typeof inner !== "string") throw wrongType(inner, STRING);
  return inner;
}

function wrongType(value: unknown, wanted: string): Failure {
  const type = value === null ? "nil" : typeOf(value);
  return new Failure(`interface conversion: interface {} is ${type}, not ${wanted}`);
}

function merging(overwrite: boolean): GoFunction {
  const call: GoFunction["call"] = ([target, ...sources], budget) => {
    const dicts = sources.filter((source) => !(source instanceof GoValue));
    if (dicts.length === 0) return target;
    const merged = target instanceof GoValue ? new Map<string, unknown>() : writable(target);
    for (const source of dicts) mergeInto(budget, merged, source, overwrite);
    return merged;
  };
  return { ...variadic([DICT, DICT], call), copyData };
}

const merge = merging(false);
const mergeOverwrite = merging(true);

const deepCopy = fixed([ANY], ([value], budget) => {
  if (unwrap(value) === null) throw new Failure("reflect: call of reflect.Value.Type on zero Value");
  return copyData(budget, value);
});

export const dictFunctions: Readonly<Record<string, GoFunction>> = {
  dict: variadic([ANY], dict),
  get: fixed([DICT, STRING], ([source, key], budget, operands) => {
    const value = asked(budget, source, text(key), operands);
    return value === undefined ? "" : value;
  }),
  set: { ...fixed([DICT, STRING, ANY], set), copyData },
  unset: { ...fixed([DICT, STRING], unset), copyData },
  hasKey: fixed(
    [DICT, STRING],
    ([source, key], budget, operands) => asked(budget, source, text(key), operands) !== undefined,
  ),
  keys: variadic([DICT], (dicts) => stringSlice(dicts.flatMap(mapKeys))),
  values: fixed([DICT], ([source], budget) => entriesOf(budget, source).map(([, value]) => value)),
  pick: variadic([DICT, STRING], pick),
  omit: variadic([DICT, STRING], omit),
  pluck: variadic([STRING, DICT], pluck),
  dig: variadic([ANY], dig),
  merge,
  mustMerge: merge,
  mergeOverwrite,
  mustMergeOverwrite: mergeOverwrite,
  deepCopy,
  mustDeepCopy: deepCopy,
};
