import { knownRelease } from "../releases.js";
import { mirrorBehaviour } from "./behaviour.js";
import {
  addMirrorConfiguration,
  cleanUpMirrorConfiguration,
  keepsExisting,
  type MirrorSettings,
  type Run,
} from "./configure.js";
import { contentBelow, emptyDisk, type Failure, joinPath, makeDirs, removeAll, writeFile } from "./disk.js";

/** One thing that happens to the directory. */
export type MirrorStep =
  /** Spegel's configuration container runs; fields given here override the input's. */
  | ({ readonly do: "add" } & Partial<MirrorSettings>)
  /** The hook after helm uninstall (since 0.2.0). */
  | { readonly do: "cleanup" }
  /** Something else on the node, such as the Kublr agent, writes files. */
  | { readonly do: "write"; readonly files: Readonly<Record<string, string>> }
  /** Something else on the node removes files or directories. */
  | { readonly do: "remove"; readonly paths: readonly string[] };

export interface MirrorInput extends MirrorSettings {
  /** Path below the directory to content before; null when the directory does not exist. */
  readonly existing: Readonly<Record<string, string>> | null;
  /** Empty directories that exist before. */
  readonly dirs?: readonly string[];
  /** In this order; one "add" when absent. */
  readonly steps?: readonly MirrorStep[];
}

export interface MirrorState {
  /** Every file below the directory: path to content. */
  readonly files: Record<string, string>;
  /** Directories with nothing in them. */
  readonly emptyDirs: string[];
}

export type MirrorOutcome =
  | MirrorState
  | (MirrorState & { readonly error: string; readonly errorStep: number });

/** Where the chart has Spegel write by default; only error texts show it. */
const root = "/etc/containerd/certs.d";

/** A registry directory on which steps run, each going on from what the one before left. */
export interface MirrorDirectory {
  /** What is there after these steps; one that fails ends them, and nothing is known of what would follow. */
  run(steps: readonly MirrorStep[]): MirrorOutcome;
}

/** The directory that runMirrorSteps works on. */
export function mirrorDirectory(
  input: Omit<MirrorInput, "steps">,
  options: { readonly version?: string } = {},
): MirrorDirectory {
  const run = startRun(options.version);
  const { disk } = run;
  if (input.existing !== null) makeDirs(disk, root);
  writeAll(run, input.existing ?? {});
  for (const dir of input.dirs ?? []) makeDirs(disk, joinPath(root, dir));
  return { run: (steps) => runSteps(run, input, steps) };
}

function runSteps(run: Run, settings: MirrorSettings, steps: readonly MirrorStep[]): MirrorOutcome {
  for (const [index, step] of steps.entries()) {
    const error = runStep(run, settings, step);
    if (error !== undefined) return { error, errorStep: index, ...stateOf(run) };
  }
  return stateOf(run);
}

/** Does Spegel's configuration step, with these settings, read the hosts of files that were there before? */
export function readsExistingHosts(
  { prependExisting }: Pick<MirrorSettings, "prependExisting">,
  options: { readonly version?: string } = {},
): boolean {
  return keepsExisting(prependExisting, mirrorBehaviour(knownRelease(options.version)));
}

/** Does Spegel's configuration step bring the files beside a kept hosts.toml back with it? */
export function copiesFilesBeside(options: { readonly version?: string } = {}): boolean {
  return mirrorBehaviour(knownRelease(options.version)).existingCertificates;
}

function startRun(version: string | undefined): Run {
  return {
    disk: emptyDisk(),
    root,
    behaviour: mirrorBehaviour(knownRelease(version)),
    kept: new Map(),
  };
}

function runStep(run: Run, input: MirrorSettings, step: MirrorStep): Failure {
  switch (step.do) {
    case "add":
      return addMirrorConfiguration(run, { ...input, ...step });
    case "cleanup":
      return cleanUpMirrorConfiguration(run);
    case "write":
      writeAll(run, step.files);
      return undefined;
    case "remove":
      for (const path of step.paths) removeAll(run.disk, joinPath(root, path));
      return undefined;
  }
}

/** A file whose place is taken by a directory, or whose directory's by a file, is not written. */
function writeAll({ disk }: Run, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) writeFile(disk, joinPath(root, path), content);
}

function stateOf({ disk }: Run): MirrorState {
  const relative = (path: string) => path.slice(root.length + 1);
  const { files, emptyDirs } = contentBelow(disk, root);
  return {
    files: Object.fromEntries(files.map(([path, content]) => [relative(path), content])),
    emptyDirs: emptyDirs.map(relative),
  };
}
