import { compareStrings } from "../bytes.js";
import { mapKeys } from "../values.js";

/** Keys of a map in Go's order: by bytes. */
export function sortedKeys(map: unknown): string[] {
  return mapKeys(map).sort(compareStrings);
}
