import { writtenAgents } from "@lookinglass/cluster-spec";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { named } from "../short.js";
import { isSameAgent } from "./archive-deprecated.js";

export const versionsDiffer: Rule = {
  code: "agent/versions-differ",
  severity: "warning",
  when: "`kublrAgentRef` and `kublrAgentTgzUrl` name different agents",
  explanation:
    "spec.kublrAgentRef takes the place of spec.kublrAgentTgzUrl since Kublr 1.25; an older Kublr knows the archive alone. " +
    "With two different agents it depends on Kublr's release which one the nodes run.",
  docs: docs.kublrSpec,
  *check({ spec }): Iterable<Finding> {
    const { reference, archive } = writtenAgents(spec);
    if (!reference || !archive?.version || isSameAgent(reference.version, archive.version)) return;
    const { path, version } = archive;
    const remove = {
      name: "remove",
      title: "Remove kublrAgentTgzUrl",
      edits: [{ path, remove: true as const }],
    };
    yield {
      message: `kublrAgentTgzUrl names the agent ${version}, kublrAgentRef ${named(reference.text)}: the latter counts since Kublr 1.25.`,
      path,
      fixes: () => (reference.version === null ? [] : [remove]),
    };
  },
};
