import type { OffsetRange } from "@lookinglass/cluster-spec";
import { hostsRule } from "./hosts-rule.js";

export const toml = hostsRule({
  code: "toml",
  severity: "error",
  when: "rendered file is not valid TOML: containerd logs it and goes on WITHOUT any mirror",
  explanation:
    "containerd logs a hosts.toml that it cannot read and goes on without it: every pull goes straight to the registry, " +
    "and nothing on the cluster says so. The file also hides _default.",
  word: ({ file, content, finding }) => ({
    message: `containerd ignores ${file} and uses no mirror: ${finding.message}`,
    range: firstLine(content, finding.range),
  }),
});

/** A parser may notice a fault lines after it began; the place to look at is the first. */
function firstLine(text: string, { start, end }: OffsetRange): OffsetRange {
  const lineEnd = text.indexOf("\n", start);
  return { start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) };
}
