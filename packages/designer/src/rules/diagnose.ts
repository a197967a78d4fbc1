import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { Diagnostic, Fix } from "../analysis.js";
import {
  MOST_DIAGNOSTIC_CHARACTERS,
  MOST_FINDINGS,
  MOST_OF_ONE_CODE,
  MOST_PLACE_FIX_CHARACTERS,
} from "../limits.js";
import type { Preview } from "../preview.js";
import { findingRange, NOWHERE, textRange } from "./finding-range.js";
import { fixMaker } from "./fix-maker.js";
import { listPlaces, type PlaceList, rolesOf } from "./place-lists.js";
import type { Finding, Rule } from "./rule.js";
import type { RuleInput } from "./rule-input.js";
import { notListed } from "./spec/not-listed.js";
import { byPlace, type Located, type Told, tellTogether } from "./told-together.js";

/** Runs every rule and gives its findings as diagnostics, each located in the text, sorted by place and bounded. */
export function diagnose(preview: RuleInput, rules: readonly Rule[]): Diagnostic[] {
  const work = { left: MOST_FINDINGS };
  const all = rules.flatMap((rule) => toldFindings(preview, rule, work));
  const told = withinSize(all.toSorted((a, b) => byPlace(a.first, b.first)));
  const places = listPlaces(preview, told);
  const fixesOf = fixMaker(preview);
  // Those of the first places come before all others: there may not be room for the fixes of each.
  const diagnostics = told.map((one) => toDiagnostic(preview, one, fixesOf(one.first)));
  return withEveryPlace(diagnostics, places, fixesOf);
}

/** The diagnostics with their places. What one does not need of its share of the room for fixes is left to the others. */
function withEveryPlace(
  diagnostics: readonly Diagnostic[],
  lists: readonly (PlaceList | null)[],
  fixesOf: (one: Located) => readonly Fix[],
): Diagnostic[] {
  let left = MOST_PLACE_FIX_CHARACTERS;
  let waiting = lists.filter((list) => list !== null).length;
  return diagnostics.map((diagnostic, index) => {
    const list = lists[index];
    if (!list) return diagnostic;
    const room = { left: left / waiting };
    waiting -= 1;
    left -= room.left;
    const whole = withPlaces(diagnostic, list, fixesOf, room);
    left += Math.max(0, room.left);
    return whole;
  });
}

/** What is left of one of the limits. */
interface Allowance {
  left: number;
}

function toldFindings(preview: RuleInput, rule: Rule, work: Allowance): Told[] {
  const { findings, isCut } = joinRoles(rule.check(preview), work);
  const located = findings.map((finding) => ({ rule, finding, range: findingRange(preview, finding) }));
  const told = tellTogether(located);
  return isCut ? [...told, notice(`More of ${rule.code} is not listed.`, located.at(-1)?.range)] : told;
}

function notice(message: string, range: OffsetRange = NOWHERE): Told {
  const { severity } = notListed;
  const first = { rule: notListed, finding: { message, path: [], range }, range };
  return { rule: notListed, severity, message, items: [], first, places: [first] };
}

/** What is told up to where the answer is too long; then how much there is after it. */
function withinSize(told: readonly Told[]): readonly Told[] {
  let left = MOST_DIAGNOSTIC_CHARACTERS;
  const cut = told.findIndex((one) => {
    left -=
      one.message.length + one.rule.explanation.length + `${rolesOf(one)}${one.first.finding.path}`.length;
    return left < 0;
  });
  if (cut < 0) return told;
  const message = `${told.length - cut} more problems are not listed.`;
  return [...told.slice(0, cut), notice(message, told[cut]?.first.range)];
}

/** One fault seen in several roles is one finding that names them all. Stops where the limits are reached. */
function joinRoles(findings: Iterable<Finding>, work: Allowance) {
  const alike = new Map<string, { finding: Finding; readonly roles: Set<string> }>();
  let isCut = false;
  for (const finding of findings) {
    const key = JSON.stringify([finding.path, finding.range, finding.message]);
    work.left -= 1 + (key.length >> 7);
    const known = alike.get(key);
    isCut = work.left < 0 || (!known && alike.size === MOST_OF_ONE_CODE);
    if (isCut) break;
    const joined = known ?? { finding, roles: new Set() };
    joined.finding = finding;
    for (const role of finding.roles ?? []) joined.roles.add(role);
    alike.set(key, joined);
  }
  return { findings: Array.from(alike.values(), withRoles), isCut };
}

function withRoles({
  finding,
  roles,
}: {
  readonly finding: Finding;
  readonly roles: ReadonlySet<string>;
}): Finding {
  return { ...finding, ...(roles.size > 0 && { roles: [...roles] }) };
}

function toDiagnostic(preview: Preview, told: Told, fixes: readonly Fix[]): Diagnostic {
  const { rule, severity, message, items, first } = told;
  const { code, explanation, docs } = rule;
  const roles = rolesOf(told);
  return {
    code,
    severity,
    message,
    explanation,
    range: textRange(preview, first.range),
    path: first.finding.path,
    ...(roles && { roles }),
    ...(items.length > 0 && { items }),
    ...(docs && { docs }),
    fixes,
  };
}

/** The diagnostic with its places, and the fixes of those that have others than the first. */
function withPlaces(
  diagnostic: Diagnostic,
  list: PlaceList,
  fixesOf: (one: Located) => readonly Fix[],
  room: Allowance,
): Diagnostic {
  const { fixes, ...rest } = diagnostic;
  const [first, ...others] = list.listed;
  const places = others.map(({ located, place }) => {
    const own = room.left < 0 ? [] : fixesOf(located);
    if (sameFixes(own, fixes)) return place;
    room.left -= JSON.stringify(own).length;
    return { ...place, fixes: room.left < 0 ? [] : own };
  });
  return {
    ...rest,
    places: [...(first ? [first.place] : []), ...places],
    ...(list.more > 0 && { morePlaces: list.more }),
    fixes,
  };
}

/** Whatever their ids, which name the place. */
function sameFixes(some: readonly Fix[], others: readonly Fix[]): boolean {
  const written = (fixes: readonly Fix[]) => JSON.stringify(fixes.map(({ title, edits }) => [title, edits]));
  return written(some) === written(others);
}
