import type { FindingFix } from "../rule.js";
import { hostsFix } from "./hosts-fix.js";
import { type HostsFault, hostsRule, writtenName } from "./hosts-rule.js";
import { asTables } from "./rewrite-host.js";

type Fault = HostsFault<"invisible-host">;

export const invisibleHost = hostsRule({
  code: "invisible-host",
  severity: "error",
  when: "a host written as an inline table or dotted key: containerd does not see it",
  explanation:
    'containerd takes the hosts from the table headers of the file, [host."https://…"]. One that is written in another ' +
    "way is read without complaint and never tried.",
  word(fault) {
    const { file, finding } = fault;
    const host = writtenName(fault, finding.host);
    return {
      many: 'hosts are never tried: containerd takes hosts from [host."…"] tables only.',
      message: `containerd never tries ${host} of ${file}: ${FORMS[finding.form]}, not a [host."…"] table.`,
      fixes: () => fixFor(fault),
    };
  },
});

const FORMS = {
  "inline-table": "it is an inline table",
  "dotted-key": "it is a dotted key",
  "letter-case": "its table is spelt with capitals",
  "array-table": "it is a list of tables",
  "empty-name": "its name is empty",
} as const;

function fixFor(fault: Fault): FindingFix[] {
  switch (fault.finding.form) {
    case "letter-case":
      return lowerCase(fault);
    case "inline-table":
    case "dotted-key":
      return rewrite(fault);
    default:
      return [];
  }
}

function lowerCase(fault: Fault): FindingFix[] {
  return hostsFix(fault, "rewrite", "Write host in lower case", ({ content, finding }) => [
    finding.capitals.map((range) => {
      const [quote = ""] = /^["']/.exec(content.slice(range.start, range.end)) ?? [];
      return { range, text: `${quote}host${quote}` };
    }),
  ]);
}

function rewrite(fault: Fault): FindingFix[] {
  return hostsFix(fault, "rewrite", 'Write it as a [host."…"] table', ({ content, finding }) => {
    const changes = asTables(content, finding.range);
    return changes ? [changes] : [];
  });
}
