/**
 * A small file system in memory, with the failures that Spegel's configuration step can meet on a node.
 * Paths are absolute and clean. Operations that can fail return Go's error text, or undefined when done.
 */

export interface Disk {
  readonly files: Map<string, string>;
  readonly dirs: Set<string>;
}

export type Failure = string | undefined;

export type ReadResult =
  | { readonly content: string }
  | { readonly missing: true }
  | { readonly error: string };

export function emptyDisk(): Disk {
  return { files: new Map(), dirs: new Set(["/"]) };
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

export function parentPath(path: string): string {
  return joinPath(path, "..");
}

/** os.MkdirAll. */
export function makeDirs(disk: Disk, path: string): Failure {
  const inTheWay = ancestors(path).find((ancestor) => disk.files.has(ancestor));
  if (inTheWay !== undefined) return `mkdir ${inTheWay}: not a directory`;
  for (const ancestor of ancestors(path)) disk.dirs.add(ancestor);
  return undefined;
}

/** Names directly below a directory, sorted by bytes as os.ReadDir does. */
export function listNames(disk: Disk, dir: string): string[] {
  const prefix = dir === "/" ? "/" : `${dir}/`;
  const names = new Set<string>();
  for (const path of [...disk.files.keys(), ...disk.dirs]) {
    if (path.startsWith(prefix) && path !== "/") names.add(path.slice(prefix.length).split("/", 1)[0] ?? "");
  }
  return [...names].sort();
}

/** os.RemoveAll. */
export function removeAll(disk: Disk, path: string): void {
  for (const file of [...disk.files.keys()]) if (isWithin(file, path)) disk.files.delete(file);
  for (const dir of [...disk.dirs]) if (isWithin(dir, path)) disk.dirs.delete(dir);
}

/** os.Rename onto a place where no directory is. */
export function rename(disk: Disk, from: string, to: string): Failure {
  if (disk.dirs.has(to)) return `rename ${from} ${to}: file exists`;
  for (const [file, content] of [...disk.files]) {
    if (!isWithin(file, from)) continue;
    disk.files.delete(file);
    disk.files.set(to + file.slice(from.length), content);
  }
  for (const dir of [...disk.dirs]) {
    if (!isWithin(dir, from)) continue;
    disk.dirs.delete(dir);
    disk.dirs.add(to + dir.slice(from.length));
  }
  return undefined;
}

/** os.ReadFile. A plain file among the parents is an error of its own, not a missing file. */
export function readFile(disk: Disk, path: string): ReadResult {
  const content = disk.files.get(path);
  if (content !== undefined) return { content };
  if (disk.dirs.has(path)) return { error: `read ${path}: is a directory` };
  const blocked = ancestors(path).some((ancestor) => disk.files.has(ancestor));
  return blocked ? { error: `open ${path}: not a directory` } : { missing: true };
}

/** os.WriteFile after os.MkdirAll of the directory around it. */
export function writeFile(disk: Disk, path: string, content: string): Failure {
  const failure = makeDirs(disk, parentPath(path));
  if (failure !== undefined) return failure;
  if (disk.dirs.has(path)) return `open ${path}: is a directory`;
  disk.files.set(path, content);
  return undefined;
}

/** Every file at or below a directory, in the order of filepath.WalkDir. */
export function filesBelow(disk: Disk, dir: string): string[] {
  return [...disk.files.keys()].filter((file) => isWithin(file, dir)).sort(compareWalkOrder);
}

/** Directories below `dir` that hold nothing, in the order of filepath.WalkDir. */
export function emptyDirsBelow(disk: Disk, dir: string): string[] {
  const parents = new Set([...disk.files.keys(), ...disk.dirs].map(parentPath));
  const below = [...disk.dirs].filter((path) => path !== dir && isWithin(path, dir));
  return below.filter((path) => !parents.has(path)).sort(compareWalkOrder);
}

export function isWithin(path: string, dir: string): boolean {
  return path === dir || path.startsWith(dir === "/" ? "/" : `${dir}/`);
}

/** "/a/b" gives "/a" and "/a/b". */
function ancestors(path: string): string[] {
  const parts = path.split("/").filter((part) => part !== "");
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join("/")}`);
}

/** Name by name, so that everything below "a" comes before "a.b". */
function compareWalkOrder(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const one = left[i] ?? "";
    const other = right[i] ?? "";
    if (one !== other) return one < other ? -1 : 1;
  }
  return left.length - right.length;
}
