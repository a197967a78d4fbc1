import type { FilePair } from "../file-changes.js";

/**
 * The pair to show: that of the wanted path, on whichever side it is, else the first that differs, else the first.
 */
export function chooseComparedFile(pairs: readonly FilePair[], wanted: string | null): FilePair | null {
  return (
    pairs.find(({ path }) => path === wanted) ??
    pairs.find(({ before }) => before?.path === wanted) ??
    pairs.find(({ change }) => change !== null) ??
    pairs[0] ??
    null
  );
}
