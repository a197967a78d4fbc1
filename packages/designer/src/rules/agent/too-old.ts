import { agentVersion } from "@lookinglass/cluster-spec";
import { integratesSpegel } from "../../agent/versions.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";

export const tooOld: Rule = {
  code: "agent/too-old",
  severity: "error",
  when: "agent version below 1.27: no Spegel integration",
  explanation:
    "Kublr agents integrate with Spegel from 1.27 on. An older one writes no hosts.toml of its own and deploys no Spegel; " +
    "the Spegel section of the spec has no effect.",
  docs: docs.kublr,
  *check({ spec, settings, roles }): Iterable<Finding> {
    if (roles.length === 0 || integratesSpegel(settings.agentVersion)) return;
    const isWritten = settings.from.agentVersion === "spec";
    yield {
      message: `Kublr agent ${settings.agentVersion} does not integrate with Spegel: 1.27 is the first that does.`,
      path: (isWritten && agentVersion(spec)?.path) || ["spec", "kublrAgentTgzUrl"],
    };
  },
};
