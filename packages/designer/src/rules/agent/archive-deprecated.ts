import { type SpecPath, valueAt, writtenAgents } from "@lookinglass/cluster-spec";
import { hasReference } from "../../agent/versions.js";
import type { SpecEdit } from "../../analysis.js";
import { docs } from "../docs.js";
import { previewedDocument } from "../finding-range.js";
import type { Finding, FindingFix, Rule } from "../rule.js";

export const archiveDeprecated: Rule = {
  code: "agent/archive-deprecated",
  severity: "info",
  when: "`kublrAgentTgzUrl` names an agent of 1.25 or later, which `kublrAgentRef` names since",
  explanation:
    "Kublr 1.25 and later take the agent's version from spec.kublrAgentRef. The address of its archive in " +
    "spec.kublrAgentTgzUrl is deprecated there, and still accepted.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const { reference, archive } = writtenAgents(preview.spec);
    if (!archive?.version || !hasReference(archive.version)) return;
    const { path, version } = archive;
    if (reference === null)
      yield {
        message: `kublrAgentTgzUrl is deprecated since Kublr 1.25: kublrAgentRef names the agent ${version} by its version.`,
        path,
        atKey: true,
        fixes: () => (archive.isClear ? replaceBy(version, previewedDocument(preview)?.data) : []),
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

function replaceBy(version: string, data: unknown): FindingFix[] {
  const empty = emptyKey(data, REFERENCE);
  if (empty === null) return [];
  return [
    {
      name: "reference",
      title: `Write ${REFERENCE.at(-1)}: ${version} in its place`,
      edits: [
        ...empty,
        { path: ["spec", "kublrAgentTgzUrl"], rename: "kublrAgentRef" },
        { path: REFERENCE, value: version },
      ],
    },
  ];
}

const REFERENCE = ["spec", "kublrAgentRef"];

/** What makes room at a place: nothing where it is free, the removal of a key without a value; null where it is taken. */
export function emptyKey(data: unknown, path: SpecPath): SpecEdit[] | null {
  const value = valueAt(data, path);
  if (value === undefined) return [];
  return value === null || value === "" ? [{ path, remove: true }] : null;
}

/** A version without a build may mean any build of it. */
export function isSameAgent(one: string | null, other: string): boolean {
  if (one === null) return false;
  const [a, b] = [one.replace(/^v/, ""), other.replace(/^v/, "")];
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}
