import type { NodeFile } from "@lookinglass/designer";

/** One row of the certs.d tree, in the order in which it is shown. */
export type TreeRow =
  | { readonly kind: "directory"; readonly path: string; readonly name: string; readonly level: number }
  | {
      readonly kind: "file";
      readonly path: string;
      readonly name: string;
      readonly level: number;
      readonly file: NodeFile;
    };

/** The rows of a tree of files: directories before what is in them, `_backup` after all that is active. */
export function treeRows(files: readonly NodeFile[]): TreeRow[] {
  const rows: TreeRow[] = [];
  const seen = new Set<string>();
  for (const file of files.toSorted(byPlace)) {
    const parts = file.path.split("/");
    for (let depth = 1; depth < parts.length; depth++) {
      const path = parts.slice(0, depth).join("/");
      if (seen.has(path)) continue;
      seen.add(path);
      rows.push({ kind: "directory", path, name: parts[depth - 1] ?? "", level: depth });
    }
    rows.push({ kind: "file", path: file.path, name: parts.at(-1) ?? "", level: parts.length, file });
  }
  return rows;
}

function byPlace(a: NodeFile, b: NodeFile): number {
  return rank(a) - rank(b) || (a.path < b.path ? -1 : 1);
}

function rank({ path }: NodeFile): number {
  if (path.startsWith("_backup/")) return 2;
  return path.startsWith("_default/") ? 0 : 1;
}

/** The file to show: the wanted one where it exists, else the first that containerd reads, else the first. */
export function chooseFile(files: readonly NodeFile[], wanted: string | null): NodeFile | null {
  const ordered = files.toSorted(byPlace);
  return (
    ordered.find(({ path }) => path === wanted) ??
    ordered.find(({ state }) => state === "active") ??
    ordered[0] ??
    null
  );
}
