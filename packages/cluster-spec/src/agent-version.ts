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
/** In an archive's own name: `…/kublr-1.9.1-ga2-linux.tar.gz`. */
const VERSION_IN_NAME = /(?:^|\/)kublr-v?(\d+\.\d+(?:\.\d+)?[\w.+-]*?)(?:-linux\b|\.tar\b|\.tgz$)/;
/** In the name of Kublr's folder or of the archive's: another folder's version is another program's. */
const VERSION_IN_FOLDER = /\/kublr\/v?(\d+\.\d+\.\d+[\w.+-]*)\/|\/v?(\d+\.\d+\.\d+[\w.+-]*)\/[^/]*$/;

/** A key of spec that names the agent. */
export interface WrittenAgent {
  readonly path: SpecPath;
  /** What stands there; of a number without quotes, as it is written. */
  readonly text: string;
  /** The version in it, or null. */
  readonly version: string | null;
  /** Of an address: its folder and its name say the same. */
  readonly isClear: boolean;
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
    reference: agentAt(spec, "kublrAgentRef", (text) => ({
      version: VERSION.exec(text)?.[1] ?? null,
      isClear: true,
    })),
    archive: agentAt(spec, "kublrAgentTgzUrl", archiveVersion),
  };
}

/** The version in an archive's address; the archive's own name counts before its folder's. */
export function archiveVersion(url: string): Pick<WrittenAgent, "version" | "isClear"> {
  const [path = ""] = url.split(/[?#]/, 1);
  const name = VERSION_IN_NAME.exec(path)?.[1] ?? null;
  const inFolder = VERSION_IN_FOLDER.exec(path);
  const folder = inFolder?.[1] ?? inFolder?.[2] ?? null;
  return { version: name ?? folder, isClear: name === null || folder === null || name === folder };
}

/** A version without quotes may be a number: what stands there counts. */
function agentAt(
  spec: ParsedSpec,
  field: string,
  read: (text: string) => Pick<WrittenAgent, "version" | "isClear">,
): WrittenAgent | null {
  const path = ["spec", field];
  const document = clusterDocument(spec);
  const text = document && (writtenWord(document, path) ?? valueAt(document.data, path));
  if (typeof text !== "string" || text === "") return null;
  return { path, text, ...read(text) };
}
