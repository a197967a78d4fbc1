import type { HostsFinding } from "@lookinglass/containerd";
import type { FindingFix } from "../rule.js";
import { type OutputChange, templateFix } from "../template/template-edits.js";
import type { FoundFault } from "./hosts-rule.js";

/**
 * A fix of a fault that the lint found; none where the lint then finds it still, or finds that containerd ignores the
 * file: a key that is there already, a table that is not the host's own.
 */
export function hostsFix(
  { preview, one, content, directory, findings, finding }: FoundFault,
  name: string,
  title: string,
  changes: readonly OutputChange[],
): FindingFix[] {
  const after = preview.lint(changed(content, changes), directory);
  const isSame = (other: HostsFinding) => sameFault(other, finding);
  const isGone = count(after, isSame) < count(findings, isSame);
  const isVoid = count(after, voids) > count(findings, voids);
  return isGone && !isVoid ? templateFix(one, name, title, changes) : [];
}

/** Changes that overlap make no fix anyway. */
function changed(content: string, changes: readonly OutputChange[]): string {
  return changes
    .toSorted((a, b) => b.range.start - a.range.start)
    .reduce((text, { range, text: by }) => text.slice(0, range.start) + by + text.slice(range.end), content);
}

function count(findings: readonly HostsFinding[], is: (finding: HostsFinding) => boolean): number {
  return findings.filter(is).length;
}

function voids({ code }: HostsFinding): boolean {
  return code === "toml" || code === "rejected" || code === "duplicate-host";
}

/** Wherever it stands. */
function sameFault(a: HostsFinding, b: HostsFinding): boolean {
  return a.code === b.code && wordsOf(a) === wordsOf(b);
}

function wordsOf(finding: HostsFinding): string {
  return JSON.stringify(finding, (key, value) => (PLACES.has(key) ? undefined : value));
}

const PLACES: ReadonlySet<string> = new Set(["range", "first", "capitals"]);
