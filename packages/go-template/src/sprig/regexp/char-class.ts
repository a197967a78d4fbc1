import { unicodeProperty } from "./unicode-names.js";

/** One part of a character class: a range of code points, or a set with a name. */
export type ClassItem =
  | { readonly lo: number; readonly hi: number }
  | { readonly items: readonly ClassItem[]; readonly negated: boolean }
  | { readonly property: string; readonly negated: boolean };

/** Whether a code point belongs to a class. */
export type RuneTest = (rune: number) => boolean;

function ranges(...bounds: readonly string[]): readonly ClassItem[] {
  return bounds.map((bound) => ({
    lo: bound.codePointAt(0) ?? 0,
    hi: bound.codePointAt(bound.length - 1) ?? 0,
  }));
}

const DIGIT = ranges("09");
const WORD = ranges("09", "AZ", "__", "az");

export const PERL_CLASSES: ReadonlyMap<string, ClassItem> = new Map([
  ["d", { items: DIGIT, negated: false }],
  ["D", { items: DIGIT, negated: true }],
  ["s", { items: ranges("\t\n", "\f\r", "  "), negated: false }],
  ["S", { items: ranges("\t\n", "\f\r", "  "), negated: true }],
  ["w", { items: WORD, negated: false }],
  ["W", { items: WORD, negated: true }],
]);

export const POSIX_CLASSES: ReadonlyMap<string, readonly ClassItem[]> = new Map([
  ["alnum", ranges("09", "AZ", "az")],
  ["alpha", ranges("AZ", "az")],
  ["ascii", ranges("\0\x7f")],
  ["blank", ranges("\t\t", "  ")],
  ["cntrl", ranges("\0\x1f", "\x7f\x7f")],
  ["digit", DIGIT],
  ["graph", ranges("!~")],
  ["lower", ranges("az")],
  ["print", ranges(" ~")],
  ["punct", ranges("!/", ":@", "[`", "{~")],
  ["space", ranges("\t\r", "  ")],
  ["upper", ranges("AZ")],
  ["word", WORD],
  ["xdigit", ranges("09", "AF", "af")],
]);

/** The item of \p{name}; undefined if Go knows no such name. */
export function propertyItem(name: string, negated: boolean): ClassItem | undefined {
  const property = unicodeProperty(name);
  return property === undefined ? undefined : { property, negated };
}

/** The test for a class; with fold, for any character that differs from one in the class by case only. */
export function classTest(items: readonly ClassItem[], negated: boolean, fold: boolean): RuneTest {
  const tests = items.map((item) => itemTest(item, fold));
  return (rune) => tests.some((test) => test(rune)) !== negated;
}

function itemTest(item: ClassItem, fold: boolean): RuneTest {
  if ("items" in item) return classTest(item.items, item.negated, fold);
  if ("property" in item) return regexTest(`\\p{${item.property}}`, item.negated, fold);
  const { lo, hi } = item;
  if (!fold) return (rune) => rune >= lo && rune <= hi;
  return regexTest(`\\u{${lo.toString(16)}}-\\u{${hi.toString(16)}}`, false, true);
}

/** JavaScript tests single characters: that takes constant time, and it folds case as Go does. */
function regexTest(set: string, negated: boolean, fold: boolean): RuneTest {
  const regex = new RegExp(`^[${set}]$`, fold ? "iu" : "u");
  return (rune) => regex.test(String.fromCodePoint(rune)) !== negated;
}
