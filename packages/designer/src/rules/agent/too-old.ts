import { agentVersion, valueAt } from "@lookinglass/cluster-spec";
import { SPEGEL } from "../../agent/spegel-state.js";
import { integratesSpegel } from "../../agent/versions.js";
import type { RolePreview } from "../../preview.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";

export const tooOld: Rule = {
  code: "agent/too-old",
  severity: "error",
  when: "agent version below 1.27: no Spegel integration; info where the spec asks for none",
  explanation:
    "Kublr agents integrate with Spegel from some build of 1.27 on. An older one writes no hosts.toml of its own and deploys no Spegel; " +
    "the Spegel section of the spec has no effect, and templates for certs.d are documented for newer agents only.",
  docs: docs.kublr,
  *check({ spec, settings, roles }): Iterable<Finding> {
    if (roles.length === 0 || integratesSpegel(settings.agentVersion)) return;
    const isWritten = settings.from.agentVersion === "spec";
    const isWanted = roles.some(asksForMirrors);
    const consequence = isWanted ? "" : " The spec has no settings for it.";
    yield {
      message: `Kublr agent ${settings.agentVersion} does not integrate with Spegel: agents do from some build of 1.27 on.${consequence}`,
      severity: isWanted ? "error" : "info",
      path: (isWritten && agentVersion(spec)?.path) || ["spec", "kublrAgentRef"],
    };
  },
};

/** Spegel's settings, or a template for a file below certs.d. */
function asksForMirrors({ config, templates }: RolePreview): boolean {
  return valueAt(config.value, SPEGEL) !== undefined || templates.length > 0;
}
