import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { FindingCode, HostsFinding } from "@lookinglass/containerd";
import type { BootstrapFile } from "../../agent/bootstrap.js";
import type { Severity, SpecPath } from "../../analysis.js";
import { oncePer } from "../../memoised.js";
import { docs } from "../docs.js";
import { isNeverRead } from "../registry-directory.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import type { RuleInput } from "../rule-input.js";
import {
  copiedRange,
  outputRange,
  type RenderedTemplate,
  renderedTemplates,
} from "../template/template-places.js";

/** A place in a rendered hosts.toml. */
export interface HostsPlace {
  readonly preview: RuleInput;
  readonly one: RenderedTemplate;
  /** Path of the file relative to certs.d. */
  readonly file: string;
  readonly directory: string;
  /** What the file holds on the role's first node. */
  readonly content: string;
  /** All that the lint found in it. */
  readonly findings: readonly HostsFinding[];
  readonly finding: { readonly range: OffsetRange };
}

/** A rendered hosts.toml with one thing that containerd's lint found in it. */
export interface HostsFault<Code extends FindingCode> extends HostsPlace {
  readonly finding: Extract<HostsFinding, { readonly code: Code }>;
}

/** What a rule makes of a fault. */
interface Wording extends Pick<Finding, "message" | "many" | "items"> {
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  /** In the rendered file, where it differs from the finding's. */
  readonly range?: OffsetRange;
  /** A place in the spec instead of one in the file. */
  readonly path?: SpecPath;
  readonly fixes?: () => readonly FindingFix[];
}

interface HostsRule<Code extends FindingCode> extends Pick<Rule, "severity" | "when" | "explanation"> {
  readonly code: Code;
  /** null: it is fine here. */
  word(fault: HostsFault<Code>): Wording | null;
}

/** A rule on one kind of fault in the hosts.toml files that the user's templates yield. */
export function hostsRule<Code extends FindingCode>({ code, word, ...rule }: HostsRule<Code>): Rule {
  return {
    ...rule,
    code: `hosts/${code}`,
    docs: docs.containerdHosts,
    *check(preview): Iterable<Finding> {
      for (const fault of faultsOf(preview, code)) {
        const wording = word(fault);
        if (wording !== null) yield locate(fault, wording);
      }
    },
  };
}

function locate<Code extends FindingCode>(fault: HostsFault<Code>, wording: Wording): Finding {
  const { preview, one, finding } = fault;
  const { path, range = finding.range, ...said } = wording;
  const roles = [one.role.role.id];
  if (path) return { path, roles, ...said };
  return { path: one.template.contentPath, range: outputRange(preview, one, range), roles, ...said };
}

const HOSTS_FILE = "/hosts.toml";

/** The same whatever it is. */
export interface FoundFault extends HostsPlace {
  readonly finding: HostsFinding;
}

function faultsOf<Code extends FindingCode>(preview: RuleInput, code: Code): HostsFault<Code>[] {
  return (faultsByCode(preview).get(code) ?? []).filter((fault) => isOf(fault, code));
}

/** The faults in the spec's hosts.toml files, those of a code in the order of roles and files. */
const faultsByCode = oncePer((preview: RuleInput): ReadonlyMap<FindingCode, readonly FoundFault[]> => {
  const byCode = new Map<FindingCode, FoundFault[]>();
  for (const one of renderedTemplates(preview)) {
    for (const fault of faultsIn(preview, one)) {
      const alike = byCode.get(fault.finding.code);
      if (alike) alike.push(fault);
      else byCode.set(fault.finding.code, [fault]);
    }
  }
  return byCode;
});

/** Every fault in one file; none where it is no hosts.toml, or not written. */
export function faultsIn(preview: RuleInput, one: RenderedTemplate): FoundFault[] {
  const { path, content } = one.file;
  if (!path.endsWith(HOSTS_FILE) || !one.rendered.ok) return [];
  const directory = path.slice(0, -HOSTS_FILE.length);
  const found = findingsIn(preview)(one.file);
  const findings = isNeverRead(directory) ? found.filter(isTrueUnread) : found;
  return findings.map((finding) => ({ preview, one, file: path, directory, content, findings, finding }));
}

/** Of a file that containerd never reads: that it is so, and what everybody else may read. */
function isTrueUnread(finding: HostsFinding): boolean {
  return finding.code === "secret" || (finding.code === "dockerhub" && finding.where === "directory");
}

/** What the lint finds in a file, whatever its name: once, however many roles share it and fixes ask. */
export const findingsIn = oncePer(({ lint }: RuleInput) =>
  oncePer(({ path, content }: BootstrapFile) => lint(content, path.slice(0, path.lastIndexOf("/")))),
);

/** Is it a fault of this kind? */
export function isOf<Code extends FindingCode>(fault: FoundFault, code: Code): fault is HostsFault<Code> {
  return fault.finding.code === code;
}

/**
 * A host as the template writes it, `http://{{ .config.node_address_ip }}:30020`: the same for every node, and what
 * the user will look for. Of several mentions the last one up to the finding counts.
 */
export function writtenName(
  { one, content, finding }: HostsPlace,
  host: string,
  near = finding.range.end,
): string {
  if (host === "") return '""';
  const before = content.lastIndexOf(host, near);
  const start = before < 0 ? content.indexOf(host) : before;
  if (start < 0 || !one.rendered.ok) return host;
  // Its quotes are text of the template's even where an action wrote the name.
  const quoted = /["']/.test(content.charAt(start - 1)) ? 1 : 0;
  const range = { start: start - quoted, end: start + host.length + quoted };
  const source = copiedRange(one, range);
  return source ? one.template.content.slice(source.start + quoted, source.end - quoted) : host;
}
