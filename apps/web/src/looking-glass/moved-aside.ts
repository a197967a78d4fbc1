import {
  type Diagnostic,
  KEEPING_TITLES,
  type NodeFile,
  type Role,
  type SpegelChart,
} from "@lookinglass/designer";

const OVERWRITES = "spegel/mirror-add-overwrites";

/** The problem that Spegel moves this role's files away, if there is one. */
export function overwritesOf(role: Role, diagnostics: readonly Diagnostic[]): Diagnostic | null {
  const isOf = ({ code, roles }: Diagnostic) => code === OVERWRITES && (!roles || roles.includes(role.id));
  return diagnostics.find(isOf) ?? null;
}

/** The extensions' files that Spegel moves aside on the role's nodes, by the paths that they had. */
export function movedAside(role: Role): readonly string[] {
  return running(role).flatMap(({ state, origin, replaced }) =>
    state === "backup" && origin.kind === "extension" && replaced ? [replaced.path] : [],
  );
}

/**
 * Are there mirrors among them that Spegel's own file does not name? Whether they are kept to the letter takes longer
 * to find out, and needs more of the engine.
 */
export function losesMirrors(role: Role, { prependExisting }: SpegelChart): boolean {
  const moved = movedAside(role);
  if (!prependExisting) return moved.length > 0;
  const files = role.phases.find(({ id }) => id === "bootstrap")?.files ?? [];
  const after = new Map(running(role).map(({ path, content }) => [path, hostsIn(content)]));
  return files.some(
    ({ path, content }) =>
      moved.includes(path) && hostsIn(content).some((host) => !after.get(path)?.includes(host)),
  );
}

function running({ phases }: Role): readonly NodeFile[] {
  return phases.find(({ id }) => id === "running")?.files ?? [];
}

function hostsIn(content: string): readonly string[] {
  return Array.from(content.matchAll(/^\s*\[host\.["']([^"']+)["']\]/gm), ([, host = ""]) => host);
}

/** "When Spegel starts, quay.io/hosts.toml is moved to _backup and containerd no longer reads it." */
export function movedText(paths: readonly string[]): string {
  const [first = ""] = paths;
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
