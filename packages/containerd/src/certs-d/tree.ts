import { joinPath } from "@lookinglass/go";

/** Where containerd's configuration directory for registry hosts is in this model. */
export const CERTS_D = "/etc/containerd/certs.d";

export type Entry = "file" | "directory" | "missing" | "not a directory";

/** The part of a node's file system that holds certs.d. Paths are absolute. */
export interface CertsTree {
  entry(path: string): Entry;
  /** The text of a file, undefined for anything else. */
  text(path: string): string | undefined;
  /** The names of the files directly in a directory, in the order of their bytes. */
  filesIn(directory: string): string[];
}

/**
 * @param files path below certs.d -> text
 * @param directories further directories below certs.d
 */
export function certsTree(
  files: Readonly<Record<string, string>>,
  directories: readonly string[] = [],
): CertsTree {
  const texts = new Map(Object.entries(files).map(([path, text]) => [joinPath(CERTS_D, path), text]));
  const known = new Set(["/"]);
  for (const path of texts.keys()) addParents(path, known);
  for (const path of [CERTS_D, ...directories.map((directory) => joinPath(CERTS_D, directory))]) {
    known.add(path);
    addParents(path, known);
  }
  return {
    text: (path) => texts.get(path),
    entry(path) {
      if (texts.has(path)) return "file";
      if (known.has(path)) return "directory";
      return parentsOf(path).some((parent) => texts.has(parent)) ? "not a directory" : "missing";
    },
    filesIn(directory) {
      const prefix = `${directory}/`;
      const names = [...texts.keys()].filter((path) => path.startsWith(prefix));
      return sortByBytes(
        names.map((path) => path.slice(prefix.length)).filter((name) => !name.includes("/")),
      );
    },
  };
}

function addParents(path: string, known: Set<string>): void {
  for (const parent of parentsOf(path)) known.add(parent);
}

function parentsOf(path: string): string[] {
  const parts = path.split("/").slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join("/")}`);
}

/** Go compares names byte by byte; in UTF-8 that is the order of code points. */
function sortByBytes(names: string[]): string[] {
  const key = (name: string) => Array.from(name, (character) => character.codePointAt(0) ?? 0);
  return names
    .map((name) => ({ name, key: key(name) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ name }) => name);
}

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((code, index) => code !== b[index]);
  if (at < 0) return a.length - b.length;
  return (a[at] ?? 0) - (b[at] ?? -1);
}
