import type { FindingFix } from "../rule.js";
import { templateFix } from "../templates/template-edits.js";
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
      message: `containerd never tries ${host} of ${file}: ${FORMS[finding.form]}, not a [host."…"] table.`,
      fixes: () => (finding.form === "letter-case" ? lowerCase(fault) : rewrite(fault)),
    };
  },
});

const FORMS = {
  "inline-table": "it is an inline table",
  "dotted-key": "it is a dotted key",
  "letter-case": "its table is spelt with capitals",
} as const;

function lowerCase({ one, content, finding }: Fault): FindingFix[] {
  const changes = finding.capitals.map((range) => {
    const [quote = ""] = /^["']/.exec(content.slice(range.start, range.end)) ?? [];
    return { range, text: `${quote}host${quote}` };
  });
  return templateFix(one, "rewrite", "Write host in lower case", changes);
}

function rewrite({ one, content, finding }: Fault): FindingFix[] {
  const changes = asTables(content, finding.range);
  return changes ? templateFix(one, "rewrite", 'Write it as a [host."…"] table', changes) : [];
}
