/**
 * A small file system in memory, with the failures that Spegel's configuration step can meet on a node.
 * Paths are absolute and clean. Operations that can fail return Go's error text, or undefined when done.
 */

/** A file's content, or a directory's entries by name. */
type Entry = string | Directory;
type Directory = Map<string, Entry>;

export interface Disk {
  readonly root: Directory;
}

export type Failure = string | undefined;

export type ReadResult =
  | { readonly content: string }
  | { readonly missing: true }
  | { readonly error: string };

export function emptyDisk(): Disk {
  return { root: new Map() };
}

/** path.Join: joins and resolves "." and ".." without leaving the root. */
export function joinPath(...parts: string[]): string {
  const clean: string[] = [];
  for (const part of parts.join("/").split("/")) {
    if (part === "..") clean.pop();
    else if (part !== "" && part !== ".") clean.push(part);
  }
  return `/${clean.join("/")}`;
}

/** "/a/b" gives ["a", "b"]. */
function namesOf(path: string): string[] {
  return path === "/" ? [] : path.slice(1).split("/");
}

function entryAt(disk: Disk, path: string): Entry | undefined {
  let entry: Entry | undefined = disk.root;
  for (const name of namesOf(path)) {
    if (entry === undefined || typeof entry === "string") return undefined;
    entry = entry.get(name);
  }
  return entry;
}

function isDirectory(entry: Entry | undefined): entry is Directory {
  return entry !== undefined && typeof entry !== "string";
}

export function hasDir(disk: Disk, path: string): boolean {
  return isDirectory(entryAt(disk, path));
}

/** The content of a file, or undefined where there is none. */
export function fileAt(disk: Disk, path: string): string | undefined {
  const entry = entryAt(disk, path);
  return typeof entry === "string" ? entry : undefined;
}

type Opened = { readonly directory: Directory } | { readonly inTheWay: string };

/** Makes the directories of a path, as far as no file is in the way. */
function openDir(disk: Disk, names: readonly string[]): Opened {
  let directory = disk.root;
  for (const [index, name] of names.entries()) {
    const next = directory.get(name) ?? new Map<string, Entry>();
    if (!isDirectory(next)) return { inTheWay: `/${names.slice(0, index + 1).join("/")}` };
    directory.set(name, next);
    directory = next;
  }
  return { directory };
}

/** os.MkdirAll. */
export function makeDirs(disk: Disk, path: string): Failure {
  const opened = openDir(disk, namesOf(path));
  return "inTheWay" in opened ? `mkdir ${opened.inTheWay}: not a directory` : undefined;
}

/** Names directly below a directory, sorted by bytes as os.ReadDir does. */
export function listNames(disk: Disk, dir: string): string[] {
  const entry = entryAt(disk, dir);
  return isDirectory(entry) ? [...entry.keys()].sort() : [];
}

/** os.RemoveAll. */
export function removeAll(disk: Disk, path: string): void {
  const names = namesOf(path);
  const name = names.pop();
  const parent = entryAt(disk, `/${names.join("/")}`);
  if (name !== undefined && isDirectory(parent)) parent.delete(name);
}

/** os.Rename of names from one directory into another, one after the other; a directory in the way ends it. */
export function renameAll(disk: Disk, names: readonly string[], from: string, to: string): Failure {
  const [source, target] = [entryAt(disk, from), entryAt(disk, to)];
  if (!isDirectory(source) || !isDirectory(target)) return undefined;
  for (const name of names) {
    const moved = source.get(name);
    if (isDirectory(target.get(name))) return `rename ${from}/${name} ${to}/${name}: file exists`;
    if (moved === undefined) continue;
    source.delete(name);
    target.set(name, moved);
  }
  return undefined;
}

/** os.RemoveAll of everything in a directory but one name. */
export function removeOthers(disk: Disk, dir: string, kept: string): void {
  const directory = entryAt(disk, dir);
  if (!isDirectory(directory)) return;
  for (const name of directory.keys()) if (name !== kept) directory.delete(name);
}

/** os.ReadFile. A plain file among the parents is an error of its own, not a missing file. */
export function readFile(disk: Disk, path: string): ReadResult {
  let entry: Entry | undefined = disk.root;
  for (const name of namesOf(path)) {
    if (typeof entry === "string") return { error: `open ${path}: not a directory` };
    entry = entry?.get(name);
  }
  if (entry === undefined) return { missing: true };
  return typeof entry === "string" ? { content: entry } : { error: `read ${path}: is a directory` };
}

/** os.WriteFile after os.MkdirAll of the directory around it. */
export function writeFile(disk: Disk, path: string, content: string): Failure {
  const names = namesOf(path);
  const name = names.pop();
  const opened = openDir(disk, names);
  if ("inTheWay" in opened) return `mkdir ${opened.inTheWay}: not a directory`;
  if (name === undefined || isDirectory(opened.directory.get(name))) return `open ${path}: is a directory`;
  opened.directory.set(name, content);
  return undefined;
}

/** Every file at or below a directory, in the order of filepath.WalkDir: name by name. */
export function filesBelow(disk: Disk, dir: string): string[] {
  return walk(entryAt(disk, dir), dir).flatMap(({ path, entry }) =>
    typeof entry === "string" ? [path] : [],
  );
}

/** What is below a directory, in the order of filepath.WalkDir: files with their content, and directories without any. */
export function contentBelow(disk: Disk, dir: string) {
  const files: (readonly [path: string, content: string])[] = [];
  const emptyDirs: string[] = [];
  for (const { path, entry } of walk(entryAt(disk, dir), dir)) {
    if (typeof entry === "string") files.push([path, entry]);
    else if (entry.size === 0 && path !== dir) emptyDirs.push(path);
  }
  return { files, emptyDirs };
}

function walk(entry: Entry | undefined, path: string): { readonly path: string; readonly entry: Entry }[] {
  if (entry === undefined) return [];
  const here = { path, entry };
  if (typeof entry === "string") return [here];
  const below = [...entry].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    here,
    ...below.flatMap(([name, inner]) => walk(inner, path === "/" ? `/${name}` : `${path}/${name}`)),
  ];
}
