import type { MirrorArguments, MirrorStep, TomlReader } from "@lookinglass/spegel";
import { runMirrorStepsWith } from "@lookinglass/spegel";
import type { BootstrapFile } from "../agent/bootstrap.js";
import type { NodeFile, Phase } from "../analysis.js";

const BACKUP = "_backup/";
/** The only directory that containerd on Kublr's nodes reads. */
export const CERTS_D = "/etc/containerd/certs.d";

/** The files of the bootstrap phase, as the Analysis shows them. */
export function bootstrapPhase(files: readonly BootstrapFile[]): Phase {
  return { id: "bootstrap", files: files.map(asNodeFile) };
}

/** Spegel's configuration init container on a node. */
export interface ConfigurationStep {
  /** What the chart passes to it; null when it does not run there (no chart, or containerdMirrorAdd off). */
  readonly mirror: MirrorArguments | null;
  /** Chart release. */
  readonly spegelVersion: string;
  /** null where it keeps nothing of the files that it finds. */
  readonly readToml: TomlReader | null;
}

/** The files after Spegel's configuration init container has run once on the node. */
export function runningPhase(bootstrap: readonly BootstrapFile[], step: ConfigurationStep): Phase {
  return { id: "running", ...afterSteps(bootstrap, step, () => [{ do: "add" }]) };
}

/**
 * The files after the Kublr agent has written its own once more on a node where Spegel had run, and Spegel has started
 * again: it takes no second backup, so what the agent wrote is deleted without a copy.
 */
export function agentRerunPhase(bootstrap: readonly BootstrapFile[], step: ConfigurationStep): Phase {
  const after = afterSteps(bootstrap, step, (files) => [
    { do: "add" },
    { do: "write", files },
    { do: "add" },
  ]);
  const present = new Set(after.files.map(({ path }) => path));
  const deleted = bootstrap
    .filter((file) => file.generated && !present.has(file.path))
    .map(
      (file): NodeFile => ({
        ...asNodeFile(file),
        state: "deleted",
        replaced: { path: file.path, by: "spegel" },
      }),
    );
  return { id: "agent-rerun", ...after, files: sortByPlace([...after.files, ...deleted]) };
}

/** What Spegel's configuration step makes of the agent's files. */
function afterSteps(
  bootstrap: readonly BootstrapFile[],
  { mirror, spegelVersion: version, readToml }: ConfigurationStep,
  stepsFor: (existing: Readonly<Record<string, string>>) => readonly MirrorStep[],
): Omit<Phase, "id"> {
  const untouched = bootstrap.map(asNodeFile);
  if (!mirror) return { files: untouched };
  const stopped = mirror.problems.find(({ stage }) => stage !== "registry");
  if (stopped) return { files: untouched, failure: stopped.message };
  const generated = bootstrap.filter((file) => file.generated);
  const existing = Object.fromEntries(generated.map(({ path, content }) => [path, content]));
  const result = runMirrorStepsWith(
    readToml,
    { ...mirror, existing, steps: stepsFor(existing) },
    { version },
  );
  if ("error" in result && isSame(existing, result.files)) return { files: untouched, failure: result.error };
  const byPath = new Map(bootstrap.map((file) => [file.path, file]));
  const written = Object.entries(result.files).map(([path, content]) => writtenFile(path, content, byPath));
  const absent = bootstrap.filter((file) => !file.generated && !Object.hasOwn(result.files, file.path));
  const files = sortByPlace([...written, ...absent.map(asNodeFile)]);
  return "error" in result ? { files, failure: result.error } : { files };
}

/** Arguments that Spegel refuses stop it before it has touched anything. */
function isSame(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): boolean {
  const paths = Object.keys(before);
  return paths.length === Object.keys(after).length && paths.every((path) => before[path] === after[path]);
}

function asNodeFile(file: BootstrapFile): NodeFile {
  const state = file.generated ? "active" : "not-generated";
  return { path: file.path, content: file.content, state, origin: file.origin };
}

function writtenFile(path: string, content: string, bootstrap: ReadonlyMap<string, BootstrapFile>): NodeFile {
  if (!path.startsWith(BACKUP)) {
    const before = bootstrap.get(path)?.generated;
    const file: NodeFile = { path, content, state: "active", origin: { kind: "spegel" } };
    return before ? { ...file, replaced: { path, by: "spegel" } } : file;
  }
  const original = path.slice(BACKUP.length);
  const origin = bootstrap.get(original)?.origin ?? { kind: "kublr" };
  return { path, content, state: "backup", origin, replaced: { path: original, by: "spegel" } };
}

/** Active files first, then those set aside and those deleted; by path within each. */
function sortByPlace(files: readonly NodeFile[]): NodeFile[] {
  return files.toSorted((a, b) => RANK[a.state] - RANK[b.state] || (a.path < b.path ? -1 : 1));
}

const RANK = { active: 0, "not-generated": 0, backup: 1, deleted: 2 } as const;
