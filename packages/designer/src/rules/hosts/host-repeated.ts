import type { OutputChange } from "../template/template-edits.js";
import { hostsFix } from "./hosts-fix.js";
import { type HostsFault, hostsRule, writtenName } from "./hosts-rule.js";
import { tableLines } from "./lines.js";

export const hostRepeated = hostsRule({
  code: "host-repeated",
  severity: "info",
  when: "a `.header` table away from its host makes containerd try it twice",
  explanation:
    "containerd tries hosts in the order of their table headers, and takes a table of a host that comes back after another " +
    "host for one more host.",
  word(fault) {
    const { file, finding } = fault;
    return {
      many: "tables stand away from the other one of their host: containerd tries the host once more there.",
      message: `containerd tries ${writtenName(fault, finding.host)} of ${file} once more here: this table stands away from the host's other one.`,
      fixes: () => hostsFix(fault, "move", "Move it below the host's table", movedBelow),
    };
  },
});

function movedBelow({ content, finding }: HostsFault<"host-repeated">): readonly (readonly OutputChange[])[] {
  const moved = tableLines(content, finding.range.start);
  const target = tableLines(content, finding.first.start).end;
  const isEnded = content.slice(moved.start, moved.end).endsWith("\n");
  return [
    [
      { range: moved, text: "" },
      { range: { start: target, end: target }, text: isEnded ? [moved] : [moved, "\n"] },
    ],
  ];
}
