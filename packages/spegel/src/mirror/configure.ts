/** Spegel's configuration command: what one run does to the directory of hosts.toml files. */
import type { MirrorBehaviour } from "./behaviour.js";
import {
  type Disk,
  type Failure,
  fileAt,
  filesBelow,
  hasDir,
  joinPath,
  listNames,
  makeDirs,
  readFile,
  removeAll,
  removeOthers,
  renameAll,
  writeFile,
} from "./disk.js";
import { decodedHosts, type KeptText, keptHosts } from "./existing-hosts.js";
import {
  type BasicAuth,
  capabilityFields,
  doubleQuotedHosts,
  type HostSettings,
  marshalledHosts,
  templatedHosts,
} from "./hosts-file.js";
import { bracketIPv6Host } from "./ipv6-target.js";
import { parseRegistries, parseTargets, type Registry } from "./registries.js";

const backupName = "_backup";

/**
 * Characters that one run may write: a bound of ours, Spegel has none. A real list of registries and targets comes to
 * some thousands.
 */
export const MOST_WRITTEN = 8_000_000;

/** The arguments of Spegel's configuration command. */
export interface MirrorSettings {
  readonly mirroredRegistries: readonly string[];
  readonly mirrorTargets: readonly string[];
  readonly resolveTags: boolean;
  readonly prependExisting: boolean;
  /** Null or absent: no Authorization header. */
  readonly basicAuth?: BasicAuth | null;
}

/** What one run works with: the disk, the directory that is configured, and the release's behaviour. */
export interface Run {
  readonly disk: Disk;
  readonly root: string;
  readonly behaviour: MirrorBehaviour;
  /** What is kept of files that were there, by their content: a registry may be listed any number of times. */
  readonly kept: Map<string, KeptText>;
}

/** AddMirrorConfiguration: checks the lists, puts away what is there, writes a file per registry. */
export function addMirrorConfiguration(run: Run, settings: MirrorSettings): Failure {
  const { behaviour } = run;
  const registries = parseRegistries(settings.mirroredRegistries, behaviour);
  if ("error" in registries) return registries.error;
  const targets = parseTargets(givenTargets(settings.mirrorTargets, behaviour), behaviour);
  if ("error" in targets) return targets.error;
  const cleared =
    behaviour.backup === "none" ? undefined : (makeDirs(run.disk, run.root) ?? clearAfterBackup(run));
  if (cleared !== undefined) return cleared;
  const { resolveTags, basicAuth = null } = settings;
  const hosts: HostSettings = { targets: targets.targets, resolveTags, basicAuth };
  const room = { left: MOST_WRITTEN };
  for (const registry of registries.registries) {
    const failure = writeRegistry(run, registry, hosts, { keepExisting: settings.prependExisting, room });
    if (failure !== undefined) return failure;
  }
  return undefined;
}

/** CleanupMirrorConfiguration: puts the backup back in place of everything else, when there is one. */
export function cleanUpMirrorConfiguration({ disk, root, behaviour }: Run): Failure {
  const backup = joinPath(root, backupName);
  if (!behaviour.cleanup || !hasDir(disk, backup)) return undefined;
  removeOthers(disk, root, backupName);
  const failure = renameAll(disk, listNames(disk, backup), backup, root);
  if (failure !== undefined) return failure;
  removeAll(disk, backup);
  return undefined;
}

function givenTargets(targets: readonly string[], behaviour: MirrorBehaviour): readonly string[] {
  if (!behaviour.bracketsFirstTarget) return targets;
  return targets.map((target, index) => (index === 0 ? bracketIPv6Host(target) : target));
}

function clearAfterBackup({ disk, root, behaviour }: Run): Failure {
  const failure = moveToBackup(disk, root, behaviour);
  if (failure === undefined) removeOthers(disk, root, backupName);
  return failure;
}

/** The first run ever moves everything; later runs find _backup and leave it as it is. */
function moveToBackup(disk: Disk, root: string, behaviour: MirrorBehaviour): Failure {
  const backup = joinPath(root, backupName);
  // Up to 0.0.26 a plain file of that name counts as a backup, too.
  const isThere =
    hasDir(disk, backup) || (behaviour.backup === "when-something" && fileAt(disk, backup) !== undefined);
  const names = listNames(disk, root);
  if (isThere || (behaviour.backup === "when-something" && names.length === 0)) return undefined;
  return makeDirs(disk, backup) ?? renameAll(disk, names, root, backup);
}

interface Writing {
  readonly keepExisting: boolean;
  /** Characters that the run may still write. */
  readonly room: { left: number };
}

function writeRegistry(run: Run, registry: Registry, hosts: HostSettings, writing: Writing): Failure {
  const content = hostsFileContent(run, registry, hosts, writing);
  if ("error" in content) return content.error;
  return writeWithin(run.disk, joinPath(run.root, registry.directory, "hosts.toml"), content.text, writing);
}

function writeWithin(disk: Disk, path: string, content: string, { room }: Writing): Failure {
  room.left -= content.length;
  if (room.left < 0) return `more than ${MOST_WRITTEN} characters are not followed here`;
  return writeFile(disk, path, content);
}

/** Does a run read the hosts of the files that were there? */
export function keepsExisting(isAsked: boolean, { existingHosts }: MirrorBehaviour): boolean {
  if (existingHosts === "lost") return false;
  return isAsked || existingHosts === "always-appended";
}

type Content = { readonly text: string } | { readonly error: string };

function hostsFileContent(run: Run, registry: Registry, hosts: HostSettings, writing: Writing): Content {
  const { behaviour } = run;
  const { keepExisting } = writing;
  switch (behaviour.layout) {
    case "double-quoted":
      return { text: doubleQuotedHosts(registry, hosts.targets, behaviour) };
    case "marshalled":
      return mergedContent(run, registry, hosts, keepExisting);
    case "templated": {
      const own = templatedHosts(registry.server, hosts, behaviour);
      return keepsExisting(keepExisting, behaviour) ? prependTo(run, registry, own, writing) : { text: own };
    }
  }
}

function mergedContent(run: Run, registry: Registry, hosts: HostSettings, keepExisting: boolean): Content {
  const fields = capabilityFields(hosts.resolveTags, run.behaviour);
  const own = hosts.targets.map((target) => [target, fields] as const);
  const existing = keepsExisting(keepExisting, run.behaviour)
    ? readFile(run.disk, existingPath(run, registry))
    : { missing: true as const };
  if ("error" in existing) return existing;
  if ("missing" in existing) return { text: marshalledHosts(registry.server, new Map(own)) };
  const decoded = decodedHosts(existing.content);
  if ("error" in decoded) return decoded;
  // Spegel itself breaks off here: it adds to a map that the file never made.
  if (decoded.hosts === null && own.length > 0) return { error: "panic: assignment to entry in nil map" };
  const merged = decoded.hosts === null ? null : new Map([...decoded.hosts, ...own]);
  return { text: marshalledHosts(decoded.server, merged) };
}

function prependTo(run: Run, registry: Registry, own: string, writing: Writing): Content {
  const existing = readFile(run.disk, existingPath(run, registry));
  if ("error" in existing) return existing;
  if ("missing" in existing) return { text: own };
  const kept = run.kept.get(existing.content) ?? keptHosts(existing.content);
  run.kept.set(existing.content, kept);
  if ("error" in kept) return kept;
  if (kept.text === "") return { text: own };
  const failure = run.behaviour.existingCertificates ? copyCertificates(run, registry, writing) : undefined;
  return failure === undefined ? { text: `${own}\n\n${kept.text}` } : { error: failure };
}

function existingPath({ root }: Run, registry: Registry): string {
  return joinPath(root, backupName, registry.backupDirectory, "hosts.toml");
}

/** Copies whatever else the registry's backup holds. A registry listed twice gets the content twice: Spegel appends. */
function copyCertificates({ disk, root }: Run, registry: Registry, writing: Writing): Failure {
  const from = joinPath(root, backupName, registry.backupDirectory);
  for (const path of filesBelow(disk, from)) {
    if (path.endsWith("/hosts.toml")) continue;
    const target = joinPath(root, registry.directory, path.slice(from.length));
    const before = fileAt(disk, target) ?? "";
    const failure = writeWithin(disk, target, before + (fileAt(disk, path) ?? ""), writing);
    if (failure !== undefined) return failure;
  }
  return undefined;
}
