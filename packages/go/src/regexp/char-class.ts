/** Character classes in brackets (parseClass). */
import { type CharSet, inverse, type Range, rangeSet } from "./char-set.js";
import { readClassEscape, readEscape } from "./escapes.js";
import { type Reader, RegexpFault } from "./reader.js";

/** Each as pairs of the first and the last character of a range. */
const POSIX_CLASSES: ReadonlyMap<string, string> = new Map([
  ["alnum", "09AZaz"],
  ["alpha", "AZaz"],
  ["ascii", "\0\x7f"],
  ["blank", "\t\t  "],
  ["cntrl", "\0\x1f\x7f\x7f"],
  ["digit", "09"],
  ["graph", "!~"],
  ["lower", "az"],
  ["print", " ~"],
  ["punct", "!/:@[`{~"],
  ["space", "\t\r  "],
  ["upper", "AZ"],
  ["word", "09AZ__az"],
  ["xdigit", "09AFaf"],
]);

/** `[a-z0-9]` and everything else in brackets; the next character is the opening one. */
export function readCharClass(reader: Reader, fold: boolean): CharSet {
  const open = reader.at;
  reader.at++;
  const isNegated = reader.peek() === "^";
  if (isNegated) reader.at++;
  const ranges: Range[] = [];
  const sets = new Set<CharSet>();
  for (let first = true; first || reader.peek() !== "]"; first = false) {
    const set = readNamedClass(reader, fold) ?? readClassEscape(reader, fold);
    if (set === null) ranges.push(readRange(reader, open));
    else sets.add(set);
  }
  reader.at++;
  const all = union([...(ranges.length > 0 ? [rangeSet(ranges, fold)] : []), ...sets]);
  return isNegated ? inverse(all) : all;
}

function union(sets: readonly CharSet[]): CharSet {
  const [only] = sets;
  return only !== undefined && sets.length === 1 ? only : (code) => sets.some((set) => set(code));
}

/** `[:alpha:]` and `[:^alpha:]` inside brackets. */
function readNamedClass(reader: Reader, fold: boolean): CharSet | null {
  const end = reader.startsWith("[:") ? reader.endOfName() : -1;
  if (end < 0) return null;
  const start = reader.at;
  reader.at = end + 2;
  const isNegated = reader.text[start + 2] === "^";
  const bounds = POSIX_CLASSES.get(reader.text.slice(start + (isNegated ? 3 : 2), end));
  if (bounds === undefined) throw new RegexpFault("invalid character class range", reader.since(start));
  const ranges = (bounds.match(/../gs) ?? []).map((pair): Range => [pair.charCodeAt(0), pair.charCodeAt(1)]);
  const set = rangeSet(ranges, fold);
  return isNegated ? inverse(set) : set;
}

/** `a` or `a-z` inside brackets. */
function readRange(reader: Reader, open: number): Range {
  const start = reader.at;
  const low = readClassChar(reader, open);
  const next = reader.peek(1);
  if (reader.peek() !== "-" || next === "" || next === "]") return [low, low];
  reader.at++;
  const high = readClassChar(reader, open);
  if (high < low) throw new RegexpFault("invalid character class range", reader.since(start));
  return [low, high];
}

function readClassChar(reader: Reader, open: number): number {
  if (reader.isDone) throw new RegexpFault("missing closing ]", reader.text.slice(open));
  return reader.peek() === "\\" ? readEscape(reader) : reader.rune();
}
