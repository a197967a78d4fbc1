import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { Severity } from "../analysis.js";
import { bounded, counted, MOST_MESSAGE_CHARACTERS } from "../bounded-text.js";
import { MOST_ITEMS, MOST_TOLD_APART } from "../limits.js";
import type { Finding, Rule } from "./rule.js";

/** A finding with its place in the spec text. */
export interface Located {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly range: OffsetRange;
}

/** What is told in one diagnostic: one thing that holds at all of its places, which are in order. */
export interface Told {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly message: string;
  readonly items: readonly string[];
  readonly first: Located;
  readonly places: readonly Located[];
}

/** Puts what a rule says more than once together: the same message, and more than a few of one kind. */
export function tellTogether(located: readonly Located[]): Told[] {
  const sameMessage = groupBy(located.toSorted(byPlace), (one) => `${kindOf(one)}\0${one.finding.message}`);
  return groupBy(sameMessage, ([first]) => kindOf(first)).flatMap((alike) =>
    areMany(alike) ? [manyTold(alike)] : alike.map((places) => toldAs(messageOf(places), places)),
  );
}

function areMany(alike: Some<Some<Located>>): boolean {
  const { alike: named, messages, places } = MOST_TOLD_APART;
  const most = alike[0][0].finding.many ? named : messages;
  return alike.length > most || (alike.length > 1 && alike.flat().length > places);
}

/** One for all of them. */
function manyTold([first, ...others]: Some<Some<Located>>): Told {
  const places: Some<Located> = [...first, ...others.flat()];
  const { many } = first[0].finding;
  const count = counted(places.length);
  return toldAs(many ? `${count} ${many}` : withCount(messageOf(first), count), places);
}

function withCount(message: string, count: string): string {
  const end = `${/[.!?]$/.test(message) ? "" : "."} This is the first of ${count} such places.`;
  return bounded(message, MOST_MESSAGE_CHARACTERS - end.length) + end;
}

function messageOf([{ finding }]: Some<Located>): string {
  return finding.message;
}

function toldAs(message: string, unsorted: Some<Located>): Told {
  const places = unsorted.toSorted(byPlace);
  const [first = unsorted[0]] = places;
  const { rule, finding } = first;
  const items = new Set(places.flatMap((place) => place.finding.items ?? []));
  return {
    rule,
    severity: finding.severity ?? rule.severity,
    message: bounded(message),
    items: [...items].slice(0, MOST_ITEMS),
    first,
    places,
  };
}

type Some<T> = readonly [T, ...T[]];

/** What is the same but for the names in its message. */
function kindOf({ rule, finding }: Located): string {
  return JSON.stringify([finding.severity ?? rule.severity, finding.many, finding.roles === undefined]);
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Some<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

export function byPlace(a: Pick<Located, "range">, b: Pick<Located, "range">): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
