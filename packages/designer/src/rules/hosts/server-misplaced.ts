import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { OutputChange } from "../template/template-edits.js";
import { hostsFix } from "./hosts-fix.js";
import { type HostsFault, hostsRule, writtenName } from "./hosts-rule.js";
import { lineEnd, lineStart } from "./lines.js";

export const serverMisplaced = hostsRule({
  code: "server-misplaced",
  severity: "error",
  when: "`server` after a `[host]` table belongs to that table and is lost",
  explanation:
    "In TOML a key belongs to the table above it. containerd reads `server` at the top of the file only; below a [host] " +
    "table it is ignored, and the image's own registry stays the last resort.",
  word(fault) {
    const { file, finding } = fault;
    const host = writtenName(fault, finding.host, finding.range.start);
    return {
      many: "lines with server stand below a [host] table and belong to it: containerd ignores them.",
      message: `server below the table of ${host} in ${file} belongs to that table: containerd ignores it.`,
      fixes: () =>
        hasServer(fault)
          ? hostsFix(fault, "remove", "Remove it: the file has a server", removed)
          : hostsFix(fault, "move", "Move it to the top of the file", moved),
    };
  },
});

type Fault = HostsFault<"server-misplaced">;

function hasServer({ content }: Fault): boolean {
  return /^[ \t]*server\s*=/.test(content.slice(0, Math.max(0, content.search(/^[ \t]*\[/m))));
}

function removed(fault: Fault): readonly (readonly OutputChange[])[] {
  return hasServer(fault) ? [[{ range: lineOf(fault), text: "" }]] : [];
}

function moved(fault: Fault): readonly (readonly OutputChange[])[] {
  if (hasServer(fault)) return [];
  const line = lineOf(fault);
  const isLast = !fault.content.slice(line.start, line.end).endsWith("\n");
  const written = { start: fault.finding.range.start, end: line.end };
  return [
    [
      { range: line, text: "" },
      { range: { start: 0, end: 0 }, text: isLast ? [written, "\n"] : [written] },
    ],
  ];
}

function lineOf({ content, finding: { range } }: Fault): OffsetRange {
  return { start: lineStart(content, range.start), end: lineEnd(content, range.end - 1) };
}
