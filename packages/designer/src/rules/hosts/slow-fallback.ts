import type { HostsFinding } from "@lookinglass/containerd";
import { listed } from "../../bounded-text.js";
import { isThisNode } from "../node-hosts.js";
import type { FindingFix } from "../rule.js";
import { hostsFix } from "./hosts-fix.js";
import { type HostsFault, hostsRule, writtenName } from "./hosts-rule.js";
import { lineBelow } from "./lines.js";

type Fault = HostsFault<"slow-fallback">;

/** One image takes connections for its tag, its manifest and its blobs, one after the other. */
const CONNECTIONS = 3;

export const slowFallback = hostsRule({
  code: "slow-fallback",
  severity: "info",
  when: "a mirror that may be unreachable without dial_timeout, or with a containerd that ignores it: the delay per image, in seconds",
  explanation:
    "While a mirror is unreachable containerd waits for each connection to it before it goes on: 30 s, or dial_timeout where " +
    "the release knows it (2.0.7, 2.1 and later). A port that is closed answers at once; a host that is down does not.",
  word(fault) {
    const { finding } = fault;
    if (isThisNode(fault.one.role, authority(finding.host))) return null;
    return finding.reason === "release-ignores-it" ? wordIgnored(fault) : wordMissing(fault);
  },
});

function wordMissing(fault: Fault) {
  const { file, finding } = fault;
  const host = writtenName(fault, finding.host);
  const why = finding.reason === "no-limit" ? " (dial_timeout = 0 sets no limit)" : "";
  return {
    many: "mirrors cost 30 s a connection while they are unreachable, so an image at least 90 s.",
    message: `While ${host} of ${file} is unreachable, each connection to it costs ${finding.seconds} s${why}, so an image at least ${finding.seconds * CONNECTIONS} s.`,
    fixes: () => (finding.reason === "no-dial-timeout" && readsDialTimeout(fault) ? addTimeout(fault) : []),
  };
}

/** Said once for a file, at its first mirror of that kind. */
function wordIgnored(fault: Fault) {
  const { preview, one, file, findings, finding } = fault;
  if (findings.find((other) => isIgnored(other, one.role)) !== finding) return null;
  const alike = findings.filter((other) => isIgnored(other, one.role));
  const hosts = [...new Set(alike.map((other) => writtenName(fault, other.host, other.range.end)))];
  const version = preview.settings.containerdVersion;
  return {
    many: "files have mirrors that cost 30 s a connection while they are unreachable: containerd ignores their dial_timeout.",
    message: `containerd ${version} ignores dial_timeout: while ${listed(hosts, "mirrors", "or")} of ${file} is unreachable, each connection to it costs ${finding.seconds} s, so an image at least ${finding.seconds * CONNECTIONS} s.`,
  };
}

function isIgnored(
  finding: HostsFinding,
  role: Fault["one"]["role"],
): finding is Extract<HostsFinding, { readonly code: "slow-fallback" }> {
  if (finding.code !== "slow-fallback" || finding.reason !== "release-ignores-it") return false;
  return !isThisNode(role, authority(finding.host));
}

function authority(host: string): string {
  return host.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
}

const PROBE = "[host.'https://mirror.invalid']\ndial_timeout = '1s'\n";

function readsDialTimeout({ preview }: Fault): boolean {
  return !preview.lint(PROBE, "_default").some(({ code }) => code === "slow-fallback");
}

function addTimeout(fault: Fault): FindingFix[] {
  return hostsFix(fault, "dial-timeout", "Add dial_timeout = '1s'", ({ content, finding }) =>
    lineBelow(content, finding.range.start, "dial_timeout = '1s'"),
  );
}
