import type { OffsetRange, SpecDocument, SpecPath } from "@lookinglass/cluster-spec";
import { editSpec, locate, locateNearest, toPosition, valueAt } from "@lookinglass/cluster-spec";
import type { Diagnostic, SpecEdit, TextRange } from "../analysis.js";
import {
  MOST_DIAGNOSTIC_CHARACTERS,
  MOST_FINDINGS,
  MOST_FIX_CHARACTERS,
  MOST_OF_ONE_CODE,
} from "../limits.js";
import type { Preview } from "../preview.js";
import { losesComment } from "../spegel/helm-values.js";
import type { Finding, FindingFix, Rule } from "./rule.js";
import type { RuleInput } from "./rule-input.js";
import { notListed } from "./spec/not-listed.js";

/** Runs every rule and gives its findings as diagnostics, each located in the text, sorted by place and bounded. */
export function diagnose(preview: RuleInput, rules: readonly Rule[]): Diagnostic[] {
  const work = { left: MOST_FINDINGS };
  const located = rules.flatMap((rule) => locatedFindings(preview, rule, work));
  located.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const idOf = uniqueIds();
  const fixes = { left: MOST_FIX_CHARACTERS, unreadable: unreadableDocuments(preview) };
  return withinSize(located).map((one) => toDiagnostic(preview, one, idOf, fixes));
}

/** Documents that editSpec would not touch, by their index in the text. */
function unreadableDocuments({ spec }: Preview): ReadonlySet<number> {
  const faults = spec.problems.filter(({ code }) => code !== "spec/duplicate-key");
  return new Set(faults.map(({ document }) => document));
}

const NOWHERE: OffsetRange = { start: 0, end: 0 };

/** What is left of one of the limits. */
interface Allowance {
  left: number;
}

interface FixAllowance extends Allowance {
  readonly unreadable: ReadonlySet<number>;
}

function locatedFindings(preview: RuleInput, rule: Rule, work: Allowance): Located[] {
  const { findings, isCut } = joinRoles(rule.check(preview), work);
  const located = findings.map((finding) => ({ rule, finding, range: findingRange(preview, finding) }));
  if (!isCut) return located;
  return [...located, notice(`More of ${rule.code} is not listed.`, located.at(-1)?.range)];
}

function notice(message: string, range: OffsetRange = NOWHERE): Located {
  return { rule: notListed, finding: { message, path: [], range }, range };
}

/** The findings up to the one at which the answer is too long; then how many there are after it. */
function withinSize(located: readonly Located[]): readonly Located[] {
  let left = MOST_DIAGNOSTIC_CHARACTERS;
  const cut = located.findIndex(({ rule, finding }) => {
    left -= finding.message.length + rule.explanation.length + `${finding.roles}${finding.path}`.length;
    return left < 0;
  });
  if (cut < 0) return located;
  const message = `${located.length - cut} more problems are not listed.`;
  return [...located.slice(0, cut), notice(message, located[cut]?.range)];
}

interface Located {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly range: OffsetRange;
}

/** Two findings of a rule at one place may offer fixes of the same name: those after the first get a number. */
function uniqueIds(): (id: string) => string {
  const uses = new Map<string, number>();
  return (id) => {
    const use = (uses.get(id) ?? 0) + 1;
    uses.set(id, use);
    return use === 1 ? id : `${id}~${use}`;
  };
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

/** Where a finding stands in the spec text. */
export function findingRange(
  preview: Preview,
  finding: Pick<Finding, "path" | "range" | "atKey">,
): OffsetRange {
  if (finding.range) return finding.range;
  const document = previewedDocument(preview);
  if (!document) return NOWHERE;
  const exact = locate(document, finding.path);
  if (!exact) return keyOrValue(locateNearest(document, finding.path), true);
  return keyOrValue(exact, finding.atKey ?? false);
}

function keyOrValue(
  place: { readonly key: OffsetRange | null; readonly value: OffsetRange },
  atKey: boolean,
): OffsetRange {
  return atKey && place.key ? place.key : place.value;
}

/** The document that is previewed; where none is, the first one, which findings on that are about. */
export function previewedDocument({ spec }: Pick<Preview, "spec">): SpecDocument | undefined {
  return spec.cluster.form === "none" ? spec.documents[0] : spec.documents[spec.cluster.document];
}

function toDiagnostic(
  preview: Preview,
  { rule, finding, range }: Located,
  idOf: (id: string) => string,
  allowance: FixAllowance,
): Diagnostic {
  const { code, explanation, docs } = rule;
  const previewed = preview.spec.cluster.form === "none" ? 0 : preview.spec.cluster.document;
  const fixes = affordable(finding, allowance).filter(
    ({ edits }) =>
      edits.length > 0 &&
      edits.every((edit) => "blanks" in edit || !allowance.unreadable.has(documentOf(edit) ?? previewed)) &&
      isPossible(preview, edits, allowance),
  );
  return {
    code,
    severity: finding.severity ?? rule.severity,
    message: finding.message,
    explanation,
    range: textRange(preview, range),
    path: finding.path,
    ...(finding.roles && { roles: finding.roles }),
    ...(docs && { docs }),
    fixes: fixes.map(({ name, title, edits }) => ({
      id: idOf(`${code}@${range.start}:${name}`),
      title,
      edits,
    })),
  };
}

/**
 * What aliases repeat cannot be edited alone, nor can a value get an entry that is no map; in braces there is no room
 * for the comment of what is moved. Without such any fix can be made, and need not be tried.
 */
function isPossible(preview: Preview, edits: readonly SpecEdit[], allowance: Allowance): boolean {
  const { spec } = preview;
  const hasAliases = /[\s[{,:-]\*[^\s,[\]{}]/.test(spec.text);
  const mayLoseComment = spec.text.includes("#") && edits.some((edit) => "move" in edit);
  if (
    !hasAliases &&
    !mayLoseComment &&
    edits.every(({ path }) => hasRoom(previewedDocument(preview)?.data, path))
  )
    return true;
  allowance.left -= spec.text.length;
  return allowance.left >= 0 && comesOff(spec.text, edits, mayLoseComment);
}

function comesOff(before: string, edits: readonly SpecEdit[], mayLoseComment: boolean): boolean {
  const { text, refused } = editSpec(before, edits);
  return !refused && !(mayLoseComment && losesComment(before, text));
}

/** Is nothing on the way to a place but maps and lists, or nothing at all? */
function hasRoom(data: unknown, path: SpecPath): boolean {
  return path.every((_, depth) => {
    const above = valueAt(data, path.slice(0, depth)) ?? null;
    return above === null || typeof above === "object";
  });
}

function documentOf(edit: SpecEdit): number | undefined {
  return "document" in edit ? edit.document : undefined;
}

/** The fixes of a finding while there is room for them. */
function affordable({ fixes }: Finding, allowance: Allowance): readonly FindingFix[] {
  if (!fixes || allowance.left < 0) return [];
  const made = fixes();
  allowance.left -= JSON.stringify(made).length;
  return allowance.left < 0 ? [] : made;
}

/** The same as lines and columns. */
export function textRange({ spec }: Preview, range: OffsetRange): TextRange {
  return { start: toPosition(spec, range.start), end: toPosition(spec, range.end) };
}
