import type { FindingFix } from "../rule.js";
import { templateFix } from "../template/template-edits.js";
import type { HostsPlace } from "./hosts-rule.js";

/** Puts https:// before the name at which a finding stands, and quotes around it where it has none. */
export function addScheme({ one, content, finding }: HostsPlace): FindingFix[] {
  const { start, end } = finding.range;
  const isQuoted = /["']/.test(content.charAt(start));
  const changes = isQuoted
    ? [{ range: { start, end: start + 1 }, text: `${content.charAt(start)}https://` }]
    : [
        { range: { start, end: start + 1 }, text: `"https://${content.charAt(start)}` },
        { range: { start: end - 1, end }, text: `${content.charAt(end - 1)}"` },
      ];
  return templateFix(one, "add-scheme", "Add https://", changes);
}
