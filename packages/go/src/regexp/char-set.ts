/** Sets of characters. JavaScript has the Unicode tables and folds case as Go does; where they differ, Go decides. */
import { isNewerThanGo } from "../unicode.js";

/** Whether a set holds a character, by its code point. */
export type CharSet = (code: number) => boolean;

export type Range = readonly [low: number, high: number];

/** The set that holds what another one does not. */
export function inverse(set: CharSet): CharSet {
  return (code) => !set(code);
}

/** A set of ranges; with fold, of all characters too that differ from one of them by case only. */
export function rangeSet(ranges: readonly Range[], fold: boolean): CharSet {
  const sorted = ranges.length === 1 ? ranges : merged(ranges);
  if (fold) return foldingSet(sorted);
  const [only] = sorted;
  if (only === undefined) return () => false;
  const [low, high] = only;
  return sorted.length === 1 ? (code) => low <= code && code <= high : (code) => isInside(sorted, code);
}

/** One character, or with fold all that differ from it by case only: K is also k and the Kelvin sign. */
export function literalSet(point: number, fold: boolean): CharSet {
  if (!fold || (point < 0x80 && !isLetter(point))) return (code) => code === point;
  const lower = point | 0x20;
  if (point >= 0x80 || lower === 0x6b || lower === 0x73) return rangeSet([[point, point]], true);
  return (code) => (code | 0x20) === lower;
}

/** The characters with a property, by its name in JavaScript. */
export function propertySet(property: string, fold: boolean): CharSet {
  const key = `${property}:${fold}`;
  const set = propertySets.get(key) ?? newPropertySet(property, fold);
  propertySets.set(key, set);
  return set;
}

/** At most two of each name that Go knows. */
const propertySets = new Map<string, CharSet>();

function newPropertySet(property: string, fold: boolean): CharSet {
  const exact = expressionSet(`\\p{${property}}`, "u");
  // Go has no other cases for LC.
  const folding = fold && property !== "LC" ? expressionSet(`\\p{${property}}`, "iu") : exact;
  return remembering((code) => {
    const alike = MOVED_SINCE.get(code) ?? code;
    if (isNewerThanGo(String.fromCodePoint(alike))) return OF_UNASSIGNED.includes(property);
    return folds(alike) ? folding(alike) : exact(alike);
  });
}

/** Properties of characters that Unicode 15 does not have. */
const OF_UNASSIGNED = ["Any", "C", "Cn"];

/** Characters whose category newer versions have changed, and one that has all properties which they had. */
const MOVED_SINCE: ReadonlyMap<number, number> = new Map([
  [0x295, 0x2a0],
  [0x1171e, 0x1171f],
]);

/** Characters of Unicode 15 whose other case is newer, or is known only since. */
const WITHOUT_OTHER_CASE = [0x19b, 0x264, 0x390, 0x3b0, 0x1fd3, 0x1fe3, 0xa7d3, 0xa7d5, 0xfb05, 0xfb06];

/** Whether Go may know a character that differs by case only. */
function folds(code: number): boolean {
  if (code < 0x80) return isLetter(code);
  return !WITHOUT_OTHER_CASE.includes(code) && !isNewerThanGo(String.fromCodePoint(code));
}

function foldingSet(ranges: readonly Range[]): CharSet {
  const folding = expressionSet(
    ranges.map(([low, high]) => `${escaped(low)}-${escaped(high)}`).join(""),
    "iu",
  );
  return remembering((code) => (folds(code) ? folding(code) : isInside(ranges, code)));
}

function escaped(code: number): string {
  return `\\u{${code.toString(16)}}`;
}

function expressionSet(members: string, flags: "u" | "iu"): CharSet {
  const expression = new RegExp(`^[${members}]$`, flags);
  return (code) => expression.test(String.fromCodePoint(code));
}

/** Answers for ASCII at once the second time: texts are mostly made of it. */
function remembering(set: CharSet): CharSet {
  const known: (boolean | undefined)[] = [];
  return (code) => {
    if (code >= 0x80) return set(code);
    const answer = known[code] ?? set(code);
    known[code] = answer;
    return answer;
  };
}

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const result: [number, number][] = [];
  for (const [low, high] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else result.push([low, high]);
  }
  return result;
}

/** Ranges are sorted and apart. */
function isInside(ranges: readonly Range[], code: number): boolean {
  let [from, to] = [0, ranges.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ranges[middle]?.[1] ?? 0) < code) from = middle + 1;
    else to = middle;
  }
  const range = ranges[from];
  return range !== undefined && range[0] <= code;
}
