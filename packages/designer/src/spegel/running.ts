import type { MirrorArguments } from "@lookinglass/spegel";
import { runMirrorSteps } from "@lookinglass/spegel";
import type { BootstrapFile } from "../agent/bootstrap.js";
import type { NodeFile, Phase } from "../analysis.js";

const BACKUP = "_backup/";
/** The only directory that containerd on Kublr's nodes reads. */
export const CERTS_D = "/etc/containerd/certs.d";

/** The files of the bootstrap phase, as the Analysis shows them. */
export function bootstrapPhase(files: readonly BootstrapFile[]): Phase {
  return { id: "bootstrap", files: files.map(asNodeFile) };
}

/**
 * The files after Spegel's configuration init container has run once on the node.
 *
 * @param mirror what the chart passes to it; null when it does not run there (no chart, or containerdMirrorAdd off)
 */
export function runningPhase(
  bootstrap: readonly BootstrapFile[],
  mirror: MirrorArguments | null,
  version: string,
): Phase {
  const before: Phase = { id: "running", files: bootstrap.map(asNodeFile) };
  if (!mirror) return before;
  const stopped = mirror.problems.find(({ stage }) => stage !== "registry");
  if (stopped) return { ...before, failure: stopped.message };
  const existing = bootstrap
    .filter((file) => file.generated)
    .map((file) => [file.path, file.content] as const);
  const result = runMirrorSteps({ ...mirror, existing: Object.fromEntries(existing) }, { version });
  const files = Object.entries(result.files).map(([path, content]) => writtenFile(path, content, bootstrap));
  const missing = bootstrap.filter((file) => !file.generated && !Object.hasOwn(result.files, file.path));
  const phase: Phase = { id: "running", files: sortByPlace([...files, ...missing.map(asNodeFile)]) };
  return "error" in result ? { ...phase, failure: result.error } : phase;
}

function asNodeFile(file: BootstrapFile): NodeFile {
  const state = file.generated ? "active" : "not-generated";
  return { path: file.path, content: file.content, state, origin: file.origin };
}

function writtenFile(path: string, content: string, bootstrap: readonly BootstrapFile[]): NodeFile {
  if (!path.startsWith(BACKUP)) {
    const before = bootstrap.find((file) => file.path === path && file.generated);
    const file: NodeFile = { path, content, state: "active", origin: { kind: "spegel" } };
    return before ? { ...file, replaced: { path, by: "spegel" } } : file;
  }
  const original = path.slice(BACKUP.length);
  const origin = bootstrap.find((file) => file.path === original)?.origin ?? { kind: "kublr" };
  return { path, content, state: "backup", origin, replaced: { path: original, by: "spegel" } };
}

/** Active files first, then those set aside; by path within each. */
function sortByPlace(files: readonly NodeFile[]): NodeFile[] {
  const rank = (file: NodeFile) => (file.state === "backup" ? 1 : 0);
  return [...files].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
}
