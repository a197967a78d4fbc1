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

/**
 * The Kublr agent version that the spec names, or null. Read from `spec.kublrAgentRef` (a version, Kublr 1.25 and
 * later), then `spec.kublrAgentTgzUrl` (an archive, deprecated there). `spec.kublrVersion` is the release of Kublr's
 * control plane, which names no agent.
 */
export function agentVersion(spec: ParsedSpec): AgentVersion | null {
  return versionAt(spec, "kublrAgentRef", VERSION) ?? versionAt(spec, "kublrAgentTgzUrl", VERSION_IN_URL);
}

/** A version without quotes may be a number: what stands there counts. */
function versionAt(spec: ParsedSpec, field: string, pattern: RegExp): AgentVersion | null {
  const path = ["spec", field];
  const document = clusterDocument(spec);
  const value = document && (writtenWord(document, path) ?? valueAt(document.data, path));
  const match = typeof value === "string" ? pattern.exec(value) : null;
  const version = match?.[1] ?? match?.[2];
  return version === undefined ? null : { version, path };
}
