import type { HostsFinding } from "@lookinglass/containerd";
import { KUBLR_PORTS } from "../rules/node-hosts.js";
import type { FindingWords } from "./finding-words.js";

/**
 * What is left to say of a file once it is known that Spegel writes such hosts: nobody is blamed for its plain http and
 * for a dial_timeout that the release ignores, and what that costs is said once. A key that only the release ignores is
 * said once whoever wrote it.
 */
export function withoutBlame(findings: readonly HostsFinding[]): readonly HostsFinding[] {
  const slow = findings.find((finding) => finding.code === "slow-fallback" && isSpegels(finding));
  const kept = findings.filter((finding) => {
    if (!isSpegels(finding)) return true;
    if (finding.code === "slow-fallback") return finding === slow;
    return finding.code !== "plain-http" && !isIgnoredByRelease(finding);
  });
  return kept.filter((finding) => !isIgnoredByRelease(finding) || finding === firstOf(kept, finding.key));
}

type IgnoredKey = Extract<HostsFinding, { readonly code: "ignored-key" }>;

function isIgnoredByRelease(finding: HostsFinding): finding is IgnoredKey {
  return finding.code === "ignored-key" && finding.reason === "release";
}

function firstOf(findings: readonly HostsFinding[], key: string): HostsFinding | undefined {
  return findings.find((finding) => isIgnoredByRelease(finding) && finding.key === key);
}

/** Is a finding about a node's Spegel, as Kublr runs it? */
function isSpegels(finding: HostsFinding): boolean {
  if (!("host" in finding) || finding.host === null) return false;
  const [, port] = /^http:\/\/(?:\d+(?:\.\d+){3}|\[[\da-f:]+\]):(\d+)\/?$/i.exec(finding.host) ?? [];
  return port !== undefined && KUBLR_PORTS.some((usual) => usual === port);
}

/** What a finding means where Spegel wrote the host; null: what it means anywhere. */
export function spegelWords(finding: HostsFinding): FindingWords | null {
  if (finding.code !== "slow-fallback" || !isSpegels(finding)) return null;
  const cause =
    finding.reason === "release-ignores-it"
      ? "this containerd ignores the dial_timeout that Spegel writes"
      : "this file has no dial_timeout for it";
  return [
    "info",
    `While the Spegel of a node is down, each connection to it waits ${finding.seconds} s: ${cause}.`,
  ];
}
