import type { FindingFix } from "../rule.js";
import type { OutputChange } from "../template/template-edits.js";
import { hostsFix } from "./hosts-fix.js";
import { type HostsFault, hostsRule } from "./hosts-rule.js";

type Fault = HostsFault<"ignored-key">;

export const ignoredKey = hostsRule({
  code: "ignored-key",
  severity: "warning",
  when:
    "a key or table that containerd ignores (`[hosts…]`, `mirror`, `endpoint`); info for a field that only the assumed " +
    "release ignores (`dial_timeout` before 2.0.7 / 2.1)",
  explanation:
    "containerd passes over keys and tables that it does not know without a word; the rest of the file counts.",
  word: (fault) => (fault.finding.reason === "release" ? wordRelease(fault) : wordUnknown(fault)),
});

function wordUnknown(fault: Fault) {
  const { file, finding } = fault;
  const near = finding.near === null ? "" : ` Did you mean ${finding.near}?`;
  return {
    many: "keys are ignored: containerd does not know them.",
    message: `containerd ignores ${finding.key} in ${file}.${near}`,
    fixes: () => (finding.near === null ? [] : rename(fault, finding.near)),
  };
}

/** Said once for a file, at the first place: every mirror of a usual file has it. */
function wordRelease({ preview, file, findings, finding }: Fault) {
  const first = findings.find(
    (other) => other.code === "ignored-key" && other.key === finding.key && other.reason === "release",
  );
  if (first !== finding) return null;
  const version = preview.settings.containerdVersion;
  return {
    many: `files have ${finding.key}, which containerd ${version} ignores: releases since ${finding.since.join(" and ")} read it.`,
    message: `containerd ${version} ignores ${finding.key}, wherever ${file} has it: releases since ${finding.since.join(" and ")} read it.`,
    severity: "info" as const,
  };
}

/** Only where the new name takes what stands there: a table for `host`, a value for a field. */
function rename(fault: Fault, near: string): FindingFix[] {
  return hostsFix(fault, "rename", `Rename it to ${near}`, (each) => renamed(each, near));
}

function renamed({ content, finding }: Fault, near: string): readonly (readonly OutputChange[])[] {
  const { start, end } = finding.range;
  const written = content.slice(start, end);
  const isTable = written.startsWith("[");
  if (isTable !== (near === "host" || near === "header")) return [];
  const hostEnd =
    finding.host === null ? 0 : Math.max(0, written.indexOf(finding.host)) + finding.host.length;
  const name = finding.key.replace(/\..*$/s, "");
  const at = written.indexOf(name, isTable ? hostEnd : 0);
  if (at < 0) return [];
  const range = { start: start + at, end: start + at + name.length };
  return [[{ range, text: near }]];
}
