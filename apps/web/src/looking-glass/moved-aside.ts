import {
  type Diagnostic,
  KEEPING_TITLES,
  type NodeFile,
  type PhaseId,
  type Role,
  type SpegelChart,
} from "@lookinglass/designer";

const OVERWRITES = "spegel/mirror-add-overwrites";

/** The problem that Spegel moves this role's files away, if there is one. */
export function overwritesOf(role: Role, diagnostics: readonly Diagnostic[]): Diagnostic | null {
  const isOf = ({ code, roles }: Diagnostic) => code === OVERWRITES && (!roles || roles.includes(role.id));
  return diagnostics.find(isOf) ?? null;
}

/**
 * The extensions' files that Spegel moves aside on the role's nodes, by the paths that they had; not those whose mirrors
 * its own file names. Whether these are kept to the letter takes longer to find out, and needs more of the engine.
 */
export function lostFiles(role: Role, { prependExisting }: SpegelChart): readonly string[] {
  const moved = filesOf(role, "running").flatMap(({ state, origin, replaced }) =>
    state === "backup" && origin.kind === "extension" && replaced ? [replaced.path] : [],
  );
  if (!prependExisting) return moved;
  const before = contents(filesOf(role, "bootstrap"));
  const after = contents(filesOf(role, "running"));
  return moved.filter((path) => !isKept(path, before.get(path) ?? "", after.get(path) ?? ""));
}

function isKept(path: string, before: string, after: string): boolean {
  if (!path.endsWith("/hosts.toml")) return after === before;
  const [hosts, kept] = [hostsIn(before), hostsIn(after)];
  return hosts.length > 0 && hosts.every((host) => kept.includes(host));
}

function filesOf({ phases }: Role, phase: PhaseId): readonly NodeFile[] {
  return phases.find(({ id }) => id === phase)?.files ?? [];
}

function contents(files: readonly NodeFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ path, content }) => [path, content]));
}

function hostsIn(content: string): readonly string[] {
  return Array.from(content.matchAll(/^\s*\[host\.["']([^"']+)["']\]/gm), ([, host = ""]) => host);
}

/** "When Spegel starts, quay.io/hosts.toml is moved to _backup and containerd no longer reads it." */
export function movedText(paths: readonly string[]): string {
  const [first] = paths;
  // The rules may find lost what looks kept here.
  if (first === undefined) return sentence("files of your extensions", "are", "them");
  if (paths.length === 1) return sentence(first, "is", "it");
  if (paths.length === 2) return sentence(paths.join(" and "), "are", "them");
  return sentence(`${first} and ${paths.length - 1} more files`, "are", "them");
}

function sentence(files: string, are: string, them: string): string {
  return `When Spegel starts, ${files} ${are} moved to _backup and containerd no longer reads ${them}.`;
}

/** What the ways to keep the files will most likely be called, before they are found. */
export function usualFixes(paths: readonly string[], chart: SpegelChart): readonly string[] {
  const { mirrorAddOff, disableSpegel, prepend } = KEEPING_TITLES;
  // Of one registry the mirrors can seldom be kept: Spegel would have to list all others too.
  const isForAll =
    chart.mirroredRegistries.length === 0 && paths.every((path) => path.startsWith("_default/"));
  const canPrepend = isForAll && !chart.prependExisting;
  return [mirrorAddOff, disableSpegel, ...(canPrepend ? [prepend(["prependExisting"])] : [])];
}
