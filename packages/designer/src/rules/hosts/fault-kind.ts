import type { HostsFinding } from "@lookinglass/containerd";

/** What is mended in one way: the code of a finding, and which of the faults it is that have this code. */
export function kindOf(finding: HostsFinding): string {
  return `${finding.code} ${detailOf(finding)}`;
}

function detailOf(finding: HostsFinding): string {
  if ("problem" in finding) return finding.problem;
  if ("reason" in finding) return finding.reason;
  if ("form" in finding) return finding.form;
  return "where" in finding ? finding.where : "";
}
