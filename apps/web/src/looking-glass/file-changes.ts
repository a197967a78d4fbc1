import type { NodeFile } from "@lookinglass/designer";

/**
 * What becomes of a file from one look at certs.d to another. moved: Spegel put it into _backup; replaced: somebody
 * else's file stands in its place; changed: another text by the same writer.
 */
export type FileChangeKind = "added" | "removed" | "moved" | "replaced" | "changed";

/** One file before and after; null where there is none. */
export interface FilePair {
  /** The path after, or the one before where there is none after. */
  readonly path: string;
  readonly before: NodeFile | null;
  readonly after: NodeFile | null;
  /** Null: the same. */
  readonly change: FileChangeKind | null;
}

/** A file that is really there, for containerd or as a copy. */
export function isPresent({ state }: NodeFile): boolean {
  return state === "active" || state === "backup";
}

/**
 * The files of two looks at one role's certs.d, paired by path; a file that Spegel moved away with the one that it
 * was. Those that are there after come first, then those that are gone; entries without a file on either side last as
 * they are.
 */
export function pairFiles(before: readonly NodeFile[], after: readonly NodeFile[]): FilePair[] {
  const former = new Map(before.map((file) => [file.path, file]));
  const pairs = after.map((file) => pairOf(file, former));
  const taken = new Set(pairs.map(({ before: file }) => file?.path));
  const gone = before.filter((file) => !taken.has(file.path));
  return [
    ...pairs,
    ...gone.map((file) => ({
      path: file.path,
      before: file,
      after: null,
      change: isPresent(file) ? ("removed" as const) : null,
    })),
  ];
}

/** The pairs that differ. */
export function changedFiles(before: readonly NodeFile[], after: readonly NodeFile[]): FilePair[] {
  return pairFiles(before, after).filter(({ change }) => change !== null);
}

function pairOf(after: NodeFile, former: ReadonlyMap<string, NodeFile>): FilePair {
  const { path } = after;
  const same = former.get(path);
  const movedFrom = after.state === "backup" && !same ? former.get(after.replaced?.path ?? "") : undefined;
  if (movedFrom && isPresent(movedFrom)) return { path, before: movedFrom, after, change: "moved" };
  return { path, before: same ?? null, after, change: changeOf(same ?? null, after) };
}

function changeOf(before: NodeFile | null, after: NodeFile): FileChangeKind | null {
  const [was, is] = [before !== null && isPresent(before), isPresent(after)];
  if (!was || !before) return is ? "added" : null;
  if (!is) return "removed";
  if (before.origin.kind !== after.origin.kind || before.origin.key !== after.origin.key) return "replaced";
  return before.content === after.content ? null : "changed";
}
