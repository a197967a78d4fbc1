import { hostsFix } from "./hosts-fix.js";
import { hostsRule, writtenName } from "./hosts-rule.js";
import { lineEnd, lineStart } from "./lines.js";

export const serverMisplaced = hostsRule({
  code: "server-misplaced",
  severity: "error",
  when: "`server` after a `[host]` table belongs to that table and is lost",
  explanation:
    "In TOML a key belongs to the table above it. containerd reads `server` at the top of the file only; below a [host] " +
    "table it is ignored, and the image's own registry stays the last resort.",
  word(fault) {
    const { content, file, finding } = fault;
    const host = writtenName(fault, finding.host, finding.range.start);
    const { start, end } = finding.range;
    const lines = { start: lineStart(content, start), end: lineEnd(content, end - 1) };
    const changes = [
      { range: lines, text: "" },
      { range: { start: 0, end: 0 }, text: `${content.slice(start, end)}\n` },
    ];
    const hasServer = /^[ \t]*server\s*=/.test(content.slice(0, Math.max(0, content.search(/^[ \t]*\[/m))));
    return {
      message: `server below the table of ${host} in ${file} belongs to that table: containerd ignores it.`,
      fixes: () =>
        hasServer
          ? hostsFix(fault, "remove", "Remove it: the file has a server", changes.slice(0, 1))
          : hostsFix(fault, "move", "Move it to the top of the file", changes),
    };
  },
});
