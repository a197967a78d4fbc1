import type { FindingCode, HostsFinding } from "@lookinglass/containerd";
import { oncePer } from "../../memoised.js";
import type { FindingFix } from "../rule.js";
import { oneOfEach, type Rendering, renderingsOf } from "../template/renderings.js";
import type { OutputChange } from "../template/template-edits.js";
import { templateFix } from "../template/template-fix.js";
import { type RenderedTemplate, sourceRange } from "../template/template-places.js";
import { kindOf } from "./fault-kind.js";
import { type FoundFault, faultsIn, type HostsFault, isOf } from "./hosts-rule.js";

/** Changes of a file that come to the same, best first; none where a fault is not to be mended so. */
export type FaultChanges<Code extends FindingCode> = (
  fault: HostsFault<Code>,
) => readonly (readonly OutputChange[])[];

/**
 * A fix of a fault that the lint found, and of the same fault wherever the same place of the template wrote it. None
 * where the lint then finds it still, or finds that containerd ignores the file: a key that is there already, a table
 * that is not the host's own.
 *
 * @param ways how the template is to be changed, where that is not the change of the file
 */
export function hostsFix<Code extends FindingCode>(
  fault: HostsFault<Code>,
  name: string,
  title: string,
  changes: FaultChanges<Code>,
  ways = changes(fault),
): FindingFix[] {
  const { preview, one } = fault;
  const alike = oncePer(faultsLike(fault));
  const wanted = (file: Rendering) => alike(file).flatMap((other) => changes(other)[0] ?? []);
  return templateFix({
    name,
    title,
    one,
    ways,
    files: oneOfEach(preview, renderingsOf(preview, one.template)),
    wanted,
    helps: (file, after) => alike(file).every((other) => isMended(other, after)),
  });
}

/** The faults of another file that the place of the template wrote which wrote this one. */
function faultsLike<Code extends FindingCode>({ preview, one, finding }: HostsFault<Code>) {
  const { start, end } = sourceRange(one, finding.range);
  return (file: RenderedTemplate): HostsFault<Code>[] =>
    faultsIn(preview, file).flatMap((other) => {
      if (!isOf<Code>(other, finding.code) || kindOf(other.finding) !== kindOf(finding)) return [];
      const source = sourceRange(file, other.finding.range);
      return source.start === start && source.end === end ? [other] : [];
    });
}

function isMended({ preview, directory, findings, finding }: FoundFault, content: string): boolean {
  const after = preview.lint(content, directory);
  const isSame = (other: HostsFinding) => sameFault(other, finding);
  return count(after, isSame) < count(findings, isSame) && count(after, voids) <= count(findings, voids);
}

function count(findings: readonly HostsFinding[], is: (finding: HostsFinding) => boolean): number {
  return findings.filter(is).length;
}

/** Does containerd ignore the file for it? */
function voids(finding: HostsFinding): boolean {
  if (finding.code === "url") return finding.problem === "unparsable" || finding.problem === "no-host";
  return finding.code === "toml" || finding.code === "rejected" || finding.code === "duplicate-host";
}

/** Wherever it stands. */
function sameFault(a: HostsFinding, b: HostsFinding): boolean {
  return a.code === b.code && wordsOf(a) === wordsOf(b);
}

function wordsOf(finding: HostsFinding): string {
  return JSON.stringify(finding, (key, value) => (PLACES.has(key) ? undefined : value));
}

const PLACES: ReadonlySet<string> = new Set(["range", "first", "capitals"]);
