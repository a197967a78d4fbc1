import {
  archiveVersion,
  clusterDocument,
  valueAt,
  type WrittenAgent,
  writtenAgents,
  writtenWord,
} from "@lookinglass/cluster-spec";
import { installedBy } from "../../agent/kublr-releases.js";
import { docs } from "../docs.js";
import { previewedDocument } from "../finding-range.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import type { RuleInput } from "../rule-input.js";
import { named } from "../short.js";
import { hasMisspelt } from "../spec/near-name.js";
import { misplacedKeys } from "./misplaced.js";

export const versionUnknown: Rule = {
  code: "agent/version-unknown",
  severity: "info",
  when: "no agent version in the spec; which one is assumed",
  explanation:
    "The agent's version stands in spec.kublrAgentRef, or in the archive's address in spec.kublrAgentTgzUrl. Without it " +
    "Kublr takes one of its own release, which this file does not tell: set it in the preview's assumptions where it matters.",
  docs: docs.kublr,
  *check(preview): Iterable<Finding> {
    const { spec, settings, roles } = preview;
    if (roles.length === 0 || settings.from.agentVersion !== "default" || isMeant(preview)) return;
    const { reference, archive } = writtenAgents(spec);
    const written = reference ?? archive;
    const assumed = `${settings.agentVersion} is assumed.`;
    const inAddress = reference && archiveVersion(reference.text);
    if (reference && inAddress?.version)
      yield {
        message: `kublrAgentRef is an archive's address, and takes a version: ${assumed}${release(preview)}`,
        path: reference.path,
        fixes: () => (inAddress.isClear ? [writeVersion(reference, inAddress.version)] : []),
      };
    else if (written)
      yield {
        message: `${written.path.at(-1)} is ${named(written.text)}, which names no version: ${assumed}${release(preview)}`,
        path: written.path,
      };
    else
      yield {
        message: `The spec names no Kublr agent version: ${assumed}${release(preview)}`,
        path: ["spec", "kublrAgentRef"],
      };
  },
};

function writeVersion({ path }: WrittenAgent, version: string | null): FindingFix {
  return { name: "version", title: `Write ${version} alone`, edits: [{ path, value: version }] };
}

/** Under another key, or at another place: agent/misplaced and spec/unknown-key speak of it. */
function isMeant(preview: RuleInput): boolean {
  const data = previewedDocument(preview)?.data;
  return hasMisspelt(valueAt(data, ["spec"]), "kublrAgentRef") || misplacedKeys(data).length > 0;
}

/** What kublrVersion tells of the agents: no version, but a range. */
function release({ spec }: RuleInput): string {
  const path = ["spec", "kublrVersion"];
  const document = clusterDocument(spec);
  const written = document && (writtenWord(document, path) ?? valueAt(document.data, path));
  if (typeof written !== "string" || written === "") return "";
  const installed = installedBy(written);
  return installed === null
    ? " kublrVersion is the release of Kublr's control plane, no agent's."
    : ` ${installed} (kublrVersion); which of them is not in the spec.`;
}
