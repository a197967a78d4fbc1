import type { MirrorArguments, MirrorOutcome } from "@lookinglass/spegel";
import { mirrorDirectory } from "@lookinglass/spegel";
import type { BootstrapFile } from "../agent/bootstrap.js";
import type { NodeFile, Phase } from "../analysis.js";
import { bounded } from "../bounded-text.js";
import { oncePer } from "../memoised.js";

const BACKUP = "_backup/";
/** The only directory that containerd on Kublr's nodes reads. */
export const CERTS_D = "/etc/containerd/certs.d";

/** Spegel's configuration init container on a node. */
export interface ConfigurationStep {
  /** What the chart passes to it; null when it does not run there (no chart, or containerdMirrorAdd off). */
  readonly mirror: MirrorArguments | null;
  /** Chart release. */
  readonly spegelVersion: string;
}

/**
 * The files of a node in every phase: those that the agent writes; then what Spegel's configuration init container has
 * made of them; then the same after the agent has written its own once more and Spegel has started again. It takes no
 * second backup, so what the agent wrote is deleted without a copy.
 */
export function nodePhases(bootstrap: readonly BootstrapFile[], step: ConfigurationStep): readonly Phase[] {
  const untouched = bootstrap.map(asNodeFile);
  const [first, second] = startsOfSpegel(bootstrap, untouched, step);
  const present = new Set(second.files.map(({ path }) => path));
  const deleted = bootstrap.filter((file) => file.generated && !present.has(file.path)).map(asDeleted);
  return [
    { id: "bootstrap", files: untouched },
    { id: "running", ...first },
    { id: "agent-rerun", ...second, files: sortByPlace([...second.files, ...deleted]) },
  ];
}

/** What is on the node after a start of Spegel's. */
type Started = Omit<Phase, "id">;

/** After the first start on a node, and after the one that follows another run of the agent's. */
function startsOfSpegel(
  bootstrap: readonly BootstrapFile[],
  untouched: readonly NodeFile[],
  { mirror, spegelVersion: version }: ConfigurationStep,
): readonly [Started, Started] {
  const both = (started: Started) => [started, started] as const;
  if (!mirror) return both({ files: untouched });
  const stopped = mirror.problems.find(({ stage }) => stage !== "registry");
  if (stopped) return both({ files: untouched, failure: bounded(stopped.message) });
  const existing = Object.fromEntries(
    bootstrap.flatMap(({ path, content, generated }) => (generated ? [[path, content]] : [])),
  );
  const shown = (outcome: MirrorOutcome): Started =>
    "error" in outcome && isSame(existing, outcome.files)
      ? { files: untouched, failure: bounded(outcome.error) }
      : afterStart(bootstrap, outcome);
  const directory = mirrorDirectory({ ...mirror, existing }, { version });
  const first = directory.run([{ do: "add" }]);
  if ("error" in first) return both(shown(first));
  return [shown(first), shown(directory.run([{ do: "write", files: existing }, { do: "add" }]))];
}

/** What Spegel left, and the agent's files that were not there. */
function afterStart(bootstrap: readonly BootstrapFile[], outcome: MirrorOutcome): Started {
  const byPath = new Map(bootstrap.map((file) => [file.path, file]));
  const written = Object.entries(outcome.files).map(([path, content]) => writtenFile(path, content, byPath));
  const absent = bootstrap.filter((file) => !file.generated && !Object.hasOwn(outcome.files, file.path));
  const files = sortByPlace([...written, ...absent.map(asNodeFile)]);
  return "error" in outcome ? { files, failure: bounded(outcome.error) } : { files };
}

/** Arguments that Spegel refuses stop it before it has touched anything. */
function isSame(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): boolean {
  const paths = Object.keys(before);
  return paths.length === Object.keys(after).length && paths.every((path) => before[path] === after[path]);
}

// Roles that share a file of the agent's share what becomes of it.

const asNodeFile = oncePer(({ path, content, generated, origin }: BootstrapFile): NodeFile => {
  return { path, content, state: generated ? "active" : "not-generated", origin };
});

const asDeleted = oncePer((file: BootstrapFile): NodeFile => {
  return { ...asNodeFile(file), state: "deleted", replaced: { path: file.path, by: "spegel" } };
});

const asBackup = oncePer(({ path, content, origin }: BootstrapFile): NodeFile => {
  return { path: BACKUP + path, content, state: "backup", origin, replaced: { path, by: "spegel" } };
});

function writtenFile(path: string, content: string, bootstrap: ReadonlyMap<string, BootstrapFile>): NodeFile {
  if (!path.startsWith(BACKUP)) {
    const before = bootstrap.get(path)?.generated;
    const file: NodeFile = { path, content, state: "active", origin: { kind: "spegel" } };
    return before ? { ...file, replaced: { path, by: "spegel" } } : file;
  }
  const original = path.slice(BACKUP.length);
  const moved = bootstrap.get(original);
  if (moved?.content === content) return asBackup(moved);
  const origin = moved?.origin ?? { kind: "kublr" };
  return { path, content, state: "backup", origin, replaced: { path: original, by: "spegel" } };
}

/** Active files first, then those set aside and those deleted; by path within each. */
function sortByPlace(files: readonly NodeFile[]): NodeFile[] {
  return files.toSorted((a, b) => RANK[a.state] - RANK[b.state] || (a.path < b.path ? -1 : 1));
}

const RANK = { active: 0, "not-generated": 0, backup: 1, deleted: 2 } as const;
