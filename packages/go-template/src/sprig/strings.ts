import { byteLength, fromByteString, quote, sliceBytes, toByteString } from "@lookinglass/go";
import { Failure } from "../errors.js";
import { sprint } from "../fmt/print.js";
import { ANY, fixed, type GoFunction, variadic } from "../functions.js";
import { type Budget, spendText } from "../limits.js";
import { unwrap } from "../values.js";
import { BOOL, INT, integer, STRING, stringSlice, strslice, strval, text } from "./coerce.js";
import { isSpace, mapRunes, runesOf, toLower, toUpper, trimSpace } from "./unicode.js";
import { TypedMap } from "./values.js";

/** A function of strings only. */
function onStrings(count: number, call: (...args: string[]) => unknown): GoFunction {
  return fixed(Array<string>(count).fill(STRING), (args) => call(...args.map(text)));
}

/** strings.Repeat. */
function repeat(budget: Budget, s: string, count: number): string {
  if (count < 0) throw new Failure("strings: negative Repeat count");
  spendText(budget, s.length * count);
  return s.repeat(count);
}

/** strings.Trim: cuts characters of a set off both ends. */
function trimSet(set: string, s: string): string {
  const cut = new Set(runesOf(set));
  const runes = runesOf(s);
  const start = runes.findIndex((rune) => !cut.has(rune));
  if (start < 0) return "";
  const end = runes.findLastIndex((rune) => !cut.has(rune)) + 1;
  return [...s].slice(start, end).join("");
}

/** strings.SplitN; an empty separator splits into characters. */
function splitN(s: string, separator: string, limit: number): string[] {
  if (limit === 0) return [];
  const parts = separator === "" ? [...s] : s.split(separator);
  if (limit < 0 || parts.length <= limit) return parts;
  return [...parts.slice(0, limit - 1), parts.slice(limit - 1).join(separator)];
}

/** Parts of a string as a map with the keys _0, _1, … */
function partsMap(parts: readonly string[]): TypedMap {
  return new TypedMap("map[string]string", new Map(parts.map((part, i) => [`_${i}`, part])));
}

/** strings.ReplaceAll; an empty old text stands before, between and after all characters. */
function replaceAll(budget: Budget, s: string, old: string, replacement: string): string {
  const parts = old === "" ? ["", ...s, ""] : s.split(old);
  spendText(budget, s.length + parts.length * replacement.length);
  return parts.length === 2 && s === "" ? replacement : parts.join(replacement);
}

function indent(budget: Budget, spaces: unknown, s: unknown): string {
  const pad = repeat(budget, " ", integer(spaces));
  return pad + replaceAll(budget, text(s), "\n", `\n${pad}`);
}

/** s[start:end] in bytes, with the panics of Go. */
function substring(start: number, end: number, s: string): string {
  const length = byteLength(s);
  if (start < 0) {
    if (end < 0) throw outOfBounds(`:${end}`);
    if (end > length) throw outOfBounds(`:${end}`, length);
    return sliceBytes(s, 0, end);
  }
  const stop = end < 0 || end > length ? length : end;
  if (start > stop)
    throw end < 0 || end > length ? outOfBounds(`${start}:${length}`) : outOfBounds(`${start}:${end}`);
  return sliceBytes(s, start, stop);
}

function outOfBounds(range: string, length?: number): Failure {
  const suffix = length === undefined ? "" : ` with length ${length}`;
  return new Failure(`runtime error: slice bounds out of range [${range}]${suffix}`);
}

function trunc(count: number, s: string): string {
  const length = byteLength(s);
  if (count < 0 && length + count > 0) return sliceBytes(s, length + count, length);
  return count >= 0 && length > count ? sliceBytes(s, 0, count) : s;
}

/** goutils.AbbreviateFull on a byte string. */
function abbreviate(s: string, from: number, width: number): string {
  if (s.length <= width) return s;
  const room = width - 3;
  const longest = Math.min(from, s.length);
  const offset = s.length - longest < room ? s.length - room : longest;
  if (offset <= 4) return `${s.slice(0, room)}...`;
  if (width < 7) return "";
  if (offset + room >= s.length) return `...${s.slice(s.length - room)}`;
  return `...${room < 4 ? "" : abbreviate(s.slice(offset), 0, room)}`;
}

/** goutils.Initials: goes by bytes, each of which it takes for a character. */
function initials(s: string): string {
  let result = "";
  let afterGap = true;
  for (const byte of toByteString(s)) {
    if (!isSpace(byte) && afterGap) result += byte;
    afterGap = isSpace(byte);
  }
  return result;
}

/** goutils.DeleteWhiteSpace: goes by bytes, too, if there is anything to delete. */
function deleteWhiteSpace(s: string): string {
  const bytes = [...toByteString(s)];
  const kept = bytes.filter((byte) => !isSpace(byte));
  return kept.length === bytes.length ? s : kept.join("");
}

/** goutils.WrapCustom on a byte string. */
function wrap(s: string, width: number, newLine: string, breakWords: boolean): string {
  const length = Math.max(width, 1);
  let wrapped = "";
  let offset = 0;
  while (s.length - offset > length) {
    if (s[offset] === " ") {
      offset++;
      continue;
    }
    const lastSpace = s.slice(offset, offset + length + 1).lastIndexOf(" ");
    const nextSpace = s.indexOf(" ", offset + length);
    const hard = lastSpace < 0 && breakWords;
    if (lastSpace < 0 && !hard && nextSpace < 0) return wrapped + s.slice(offset);
    const end = hard ? offset + length : lastSpace >= 0 ? offset + lastSpace : nextSpace;
    wrapped += s.slice(offset, end) + newLine;
    offset = hard ? end : end + 1;
  }
  return wrapped + s.slice(offset);
}

function wrapText(budget: Budget, s: string, width: number, newLine: string, breakWords: boolean): string {
  const lines = Math.ceil(s.length / Math.max(width, 1));
  spendText(budget, s.length + lines * newLine.length);
  const separator = toByteString(newLine === "" ? "\n" : newLine);
  return fromByteString(wrap(toByteString(s), width, separator, breakWords));
}

function quoteAll(args: readonly unknown[], quoteOne: (value: unknown) => string): string {
  return args
    .filter((arg) => unwrap(arg) !== null)
    .map(quoteOne)
    .join(" ");
}

const trimAll = onStrings(2, (set, s) => trimSet(set, s));

export const stringFunctions: Readonly<Record<string, GoFunction>> = {
  trim: onStrings(1, trimSpace),
  trimAll,
  trimall: trimAll,
  trimPrefix: onStrings(2, (prefix, s) => (s.startsWith(prefix) ? s.slice(prefix.length) : s)),
  trimSuffix: onStrings(2, (suffix, s) => (s.endsWith(suffix) ? s.slice(0, s.length - suffix.length) : s)),
  upper: onStrings(1, (s) => mapRunes(s, toUpper)),
  lower: onStrings(1, (s) => mapRunes(s, toLower)),
  nospace: onStrings(1, deleteWhiteSpace),
  initials: onStrings(1, initials),
  repeat: fixed([INT, STRING], ([count, s], budget) => repeat(budget, text(s), integer(count))),
  substr: fixed([INT, INT, STRING], ([start, end, s]) => substring(integer(start), integer(end), text(s))),
  trunc: fixed([INT, STRING], ([count, s]) => trunc(integer(count), text(s))),
  abbrev: fixed([INT, STRING], ([width, s]) =>
    integer(width) < 4 ? s : fromByteString(abbreviate(toByteString(text(s)), 0, integer(width))),
  ),
  abbrevboth: fixed([INT, INT, STRING], ([left, right, s]) => {
    const width = integer(right);
    if (width < 4 || (integer(left) > 0 && width < 7)) return s;
    return fromByteString(abbreviate(toByteString(text(s)), integer(left), width));
  }),
  wrap: fixed([INT, STRING], ([width, s], budget) => wrapText(budget, text(s), integer(width), "\n", false)),
  wrapWith: fixed([INT, STRING, STRING], ([width, newLine, s], budget) =>
    wrapText(budget, text(s), integer(width), text(newLine), true),
  ),
  contains: onStrings(2, (part, s) => s.includes(part)),
  hasPrefix: onStrings(2, (prefix, s) => s.startsWith(prefix)),
  hasSuffix: onStrings(2, (suffix, s) => s.endsWith(suffix)),
  quote: variadic([ANY], (args, budget) => quoteAll(args, (arg) => quote(strval(budget, arg)))),
  squote: variadic([ANY], (args, budget) => quoteAll(args, (arg) => `'${sprint([arg], budget)}'`)),
  cat: variadic([ANY], (args, budget) => quoteAll(args, (arg) => sprint([arg], budget))),
  indent: fixed([INT, STRING], ([spaces, s], budget) => indent(budget, spaces, s)),
  nindent: fixed([INT, STRING], ([spaces, s], budget) => `\n${indent(budget, spaces, s)}`),
  replace: fixed([STRING, STRING, STRING], ([old, replacement, s], budget) =>
    replaceAll(budget, text(s), text(old), text(replacement)),
  ),
  plural: fixed([STRING, STRING, INT], ([one, many, count]) => (integer(count) === 1 ? one : many)),
  hello: fixed([], () => "Hello!"),
  toString: fixed([ANY], ([value], budget) => strval(budget, value)),
  toStrings: fixed([ANY], ([value], budget) => stringSlice(strslice(budget, value))),
  join: fixed([STRING, ANY], ([separator, list], budget) => {
    const parts = strslice(budget, list);
    const glue = text(separator);
    spendText(
      budget,
      parts.reduce((sum, part) => sum + part.length + glue.length, 0),
    );
    return parts.join(glue);
  }),
  splitList: onStrings(2, (separator, s) => stringSlice(splitN(s, separator, -1))),
  split: onStrings(2, (separator, s) => partsMap(splitN(s, separator, -1))),
  splitn: fixed([STRING, INT, STRING], ([separator, limit, s]) =>
    partsMap(splitN(text(s), text(separator), integer(limit))),
  ),
  ternary: fixed([ANY, ANY, BOOL], ([whenTrue, whenFalse, condition]) =>
    condition === true ? whenTrue : whenFalse,
  ),
};
