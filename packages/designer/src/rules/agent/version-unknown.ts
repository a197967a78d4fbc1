import { clusterDocument, valueAt } from "@lookinglass/cluster-spec";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";

export const versionUnknown: Rule = {
  code: "agent/version-unknown",
  severity: "info",
  when: "no agent version in the spec; which one is assumed",
  explanation:
    "The agent's version stands in spec.kublrAgentTgzUrl or spec.kublrAgentRef. Without it Kublr takes the one of its own " +
    "release, which this file does not tell: set it in the preview's assumptions where it matters.",
  docs: docs.kublr,
  *check({ spec, settings, roles }): Iterable<Finding> {
    if (roles.length === 0 || settings.from.agentVersion !== "default") return;
    const release = valueAt(clusterDocument(spec)?.data, ["spec", "kublrVersion"]) ?? null;
    const other = release === null ? "" : " (kublrVersion is the release of Kublr's control plane)";
    yield {
      message: `The spec names no Kublr agent version${other}: ${settings.agentVersion} is assumed.`,
      path: ["spec", "kublrAgentTgzUrl"],
    };
  },
};
