import type { OffsetRange, SpecDocument } from "@lookinglass/cluster-spec";
import { locate, locateNearest, toPosition } from "@lookinglass/cluster-spec";
import type { Diagnostic, TextRange } from "../analysis.js";
import type { Preview } from "../preview.js";
import type { Finding, Rule } from "./rule.js";

/** Runs every rule and gives its findings as diagnostics, each located in the text, sorted by place. */
export function diagnose(preview: Preview, rules: readonly Rule[]): Diagnostic[] {
  const located = rules.flatMap((rule) =>
    joinRoles([...rule.check(preview)]).map((finding) => ({
      rule,
      finding,
      range: findingRange(preview, finding),
    })),
  );
  located.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const idOf = uniqueIds();
  return located.map(({ rule, finding, range }) => toDiagnostic(preview, { rule, finding, range }, idOf));
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

/** One fault seen in several roles is one finding that names them all. */
function joinRoles(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const alike = new Map<string, { finding: Finding; readonly roles: Set<string> }>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.path, finding.range, finding.message]);
    const joined = alike.get(key) ?? { finding, roles: new Set() };
    joined.finding = finding;
    for (const role of finding.roles ?? []) joined.roles.add(role);
    alike.set(key, joined);
  }
  return [...alike.values()].map(({ finding, roles }) => ({
    ...finding,
    ...(roles.size > 0 && { roles: [...roles] }),
  }));
}

/** Where a finding stands in the spec text. */
export function findingRange(
  preview: Preview,
  finding: Pick<Finding, "path" | "range" | "atKey">,
): OffsetRange {
  if (finding.range) return finding.range;
  const document = previewedDocument(preview);
  if (!document) return { start: 0, end: 0 };
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

/** The document that is previewed, if there is one. */
export function previewedDocument({ spec }: Pick<Preview, "spec">): SpecDocument | undefined {
  return spec.cluster.form === "none" ? spec.documents[0] : spec.documents[spec.cluster.document];
}

function toDiagnostic(
  preview: Preview,
  { rule, finding, range }: Located,
  idOf: (id: string) => string,
): Diagnostic {
  const { code, explanation, docs } = rule;
  const fixes = finding.fixes ?? [];
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

/** The same as lines and columns. */
export function textRange({ spec }: Preview, range: OffsetRange): TextRange {
  return { start: toPosition(spec, range.start), end: toPosition(spec, range.end) };
}
