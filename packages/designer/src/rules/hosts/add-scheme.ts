import type { FindingFix } from "../rule.js";
import type { OutputChange } from "../template/template-edits.js";
import { hostsFix } from "./hosts-fix.js";
import type { HostsFault, HostsPlace } from "./hosts-rule.js";

/** Puts https:// before the name at which a finding stands, and quotes around it where it has none. */
export function addScheme<Code extends "url" | "no-scheme-http-prefix">(
  fault: HostsFault<Code>,
): FindingFix[] {
  return hostsFix(fault, "add-scheme", "Add https://", withScheme);
}

function withScheme({ content, finding }: HostsPlace): readonly (readonly OutputChange[])[] {
  const { start, end } = finding.range;
  const isQuoted = /["']/.test(content.charAt(start));
  const changes = isQuoted
    ? [{ range: { start, end: start + 1 }, text: `${content.charAt(start)}https://` }]
    : [
        { range: { start, end: start + 1 }, text: `"https://${content.charAt(start)}` },
        { range: { start: end - 1, end }, text: `${content.charAt(end - 1)}"` },
      ];
  return [changes];
}
