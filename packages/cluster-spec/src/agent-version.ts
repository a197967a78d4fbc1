import { clusterDocument } from "./cluster.js";
import type { ParsedSpec } from "./parse/parse-spec.js";
import { type SpecPath, valueAt } from "./path.js";
import { writtenWord } from "./scalars.js";

export interface AgentVersion {
  /** As written: "1.29.7", "1.25.6-4". */
  readonly version: string;
  readonly path: SpecPath;
}

/** A version alone. */
const VERSION = /^v?(\d+\.\d+(?:\.\d+)?(?:[-+.][\w.+-]*)?)$/;
/** A version in an archive's name or folder: `…/kublr/1.9.1-ga2/kublr-1.9.1-ga2-linux.tar.gz`. */
const VERSION_IN_URL = /\/kublr-v?(\d+\.\d+\.\d+[\w.+-]*?)-linux\b|\/v?(\d+\.\d+\.\d+[\w.+-]*)\//;

/** A key of spec that names the agent. */
export interface WrittenAgent {
  readonly path: SpecPath;
  /** What stands there; of a number without quotes, as it is written. */
  readonly text: string;
  /** The version in it, or null. */
  readonly version: string | null;
}

/**
 * The Kublr agent version that the spec names, or null. `spec.kublrAgentRef` (a version, Kublr 1.25 and later) takes the
 * place of `spec.kublrAgentTgzUrl` (an archive, deprecated there), so the archive counts only where there is no
 * reference. `spec.kublrVersion` is the release of Kublr's control plane, which names no agent.
 */
export function agentVersion(spec: ParsedSpec): AgentVersion | null {
  const { reference, archive } = writtenAgents(spec);
  const { version, path } = reference ?? archive ?? { version: null, path: [] };
  return version === null ? null : { version, path };
}

/** Both keys that may name the agent, where they hold text. */
export function writtenAgents(spec: ParsedSpec): {
  readonly reference: WrittenAgent | null;
  readonly archive: WrittenAgent | null;
} {
  return {
    reference: agentAt(spec, "kublrAgentRef", VERSION),
    archive: agentAt(spec, "kublrAgentTgzUrl", VERSION_IN_URL),
  };
}

/** A version without quotes may be a number: what stands there counts. */
function agentAt(spec: ParsedSpec, field: string, pattern: RegExp): WrittenAgent | null {
  const path = ["spec", field];
  const document = clusterDocument(spec);
  const text = document && (writtenWord(document, path) ?? valueAt(document.data, path));
  if (typeof text !== "string" || text === "") return null;
  const match = pattern.exec(text);
  return { path, text, version: match?.[1] ?? match?.[2] ?? null };
}
