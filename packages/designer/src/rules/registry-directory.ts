import { registryNameFault } from "@lookinglass/containerd";
import { memoised } from "../memoised.js";

/** The registry that a directory of certs.d serves: `reg.example:5000` for `reg.example_5000_`. */
export function registryOf(directory: string): string {
  return directory.replace(/_(\d+)_$/, ":$1");
}

/** What is wrong with the name of a directory of certs.d as that of an image's registry; null for `_default` too. */
export const directoryFault = memoised((directory: string) =>
  directory === "_default" ? null : registryNameFault(registryOf(directory)),
);

/** Of names that images could have, in other letters than theirs, containerd would read the directory all the same. */
const READ_ALL_THE_SAME: readonly string[] = ["capitals", "port", "port-as-directory"];

/** Does containerd never look into a directory of certs.d, whatever image is pulled? */
export function isNeverRead(directory: string): boolean {
  const fault = directoryFault(directory);
  return fault !== null && !READ_ALL_THE_SAME.includes(fault.reason);
}
