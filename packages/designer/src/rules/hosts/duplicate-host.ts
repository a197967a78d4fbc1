import type { FindingFix } from "../rule.js";
import type { OutputChange } from "../template/template-edits.js";
import { copiedRange } from "../template/template-places.js";
import { hostsFix } from "./hosts-fix.js";
import { type HostsFault, hostsRule, writtenName } from "./hosts-rule.js";
import { tableLines } from "./lines.js";

type Fault = HostsFault<"duplicate-host">;

export const duplicateHost = hostsRule({
  code: "duplicate-host",
  severity: "error",
  when: "the same host table twice (also when a template yields it for a node that is a master)",
  explanation:
    "TOML allows a table once. containerd logs the fault and ignores the file: every pull goes straight to the registry. " +
    "A template that lists this node and then every master repeats the node where it is a master itself.",
  word(fault) {
    const { file, finding } = fault;
    const host = writtenName(fault, finding.host);
    return {
      many: "tables of hosts stand twice in their file: containerd ignores the file and uses no mirror.",
      message: `${file} has the table of ${host} twice: containerd ignores the file and uses no mirror.`,
      fixes: () => [...guard(fault), ...remove(fault)],
    };
  },
});

/** An item of a `range` over addresses, as in `{{ . }}`. */
const ITEM = /\{\{-?\s*\.\s*-?\}\}/;

/** The table is skipped for the address that the other table names. */
function guard(fault: Fault): FindingFix[] {
  const { one, content, finding } = fault;
  const source = sourceOf(one, content, finding.range);
  const first = sourceOf(one, content, finding.first);
  const address = /\{\{-?\s*\.(config\.[\w.]+)\s*-?\}\}/.exec(first ?? "")?.[1];
  if (!source || !address || !ITEM.test(source)) return [];
  const { start, end } = tableLines(content, finding.range.start);
  const changes = [
    { range: { start, end: start }, text: `{{- if ne . $.${address} }}\n` },
    { range: { start: end - 1, end }, text: "\n{{- end }}\n" },
  ];
  return hostsFix(fault, "guard", `Skip it for the node's own address`, withoutTable, [changes]);
}

function sourceOf(one: Fault["one"], content: string, range: Fault["finding"]["range"]): string | null {
  const source = copiedRange(one, { start: range.start, end: Math.min(range.end, content.length) });
  return source && one.template.content.slice(source.start, source.end);
}

/** Of two tables that stand in the template itself the second goes. */
function remove(fault: Fault): FindingFix[] {
  return hostsFix(fault, "remove", "Remove this table", withoutTable);
}

function withoutTable({ content, finding }: Fault): readonly (readonly OutputChange[])[] {
  return [[{ range: tableLines(content, finding.range.start), text: "" }]];
}
