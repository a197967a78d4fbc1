import { writtenAgents } from "@lookinglass/cluster-spec";
import { hasReference } from "../../agent/versions.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";

export const archiveDeprecated: Rule = {
  code: "agent/archive-deprecated",
  severity: "info",
  when: "`kublrAgentTgzUrl` names an agent of 1.25 or later, which `kublrAgentRef` names since",
  explanation:
    "Kublr 1.25 and later take the agent's version from spec.kublrAgentRef. The address of its archive in " +
    "spec.kublrAgentTgzUrl is deprecated there, and still accepted.",
  docs: docs.kublrSpec,
  *check({ spec }): Iterable<Finding> {
    const { reference, archive } = writtenAgents(spec);
    if (!archive?.version || !hasReference(archive.version)) return;
    const { path, version } = archive;
    if (reference === null)
      yield {
        message: `kublrAgentTgzUrl is deprecated since Kublr 1.25: kublrAgentRef names the agent ${version} by its version.`,
        path,
        atKey: true,
        fixes: () => [replaceBy(version)],
      };
    else if (isSameAgent(reference.version, version))
      yield {
        message: `kublrAgentTgzUrl is deprecated since Kublr 1.25, and kublrAgentRef names the agent ${reference.text} already.`,
        path,
        atKey: true,
        fixes: () => [{ name: "remove", title: "Remove kublrAgentTgzUrl", edits: [{ path, remove: true }] }],
      };
  },
};

function replaceBy(version: string): FindingFix {
  const key = "kublrAgentRef";
  return {
    name: "reference",
    title: `Write kublrAgentRef: ${version} in its place`,
    edits: [
      { path: ["spec", "kublrAgentTgzUrl"], rename: key },
      { path: ["spec", key], value: version },
    ],
  };
}

/** A version without a build may mean any build of it. */
export function isSameAgent(one: string | null, other: string): boolean {
  if (one === null) return false;
  const [a, b] = [one.replace(/^v/, ""), other.replace(/^v/, "")];
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}
