import { copiesFilesBeside } from "@lookinglass/spegel";
import { certsDTarget } from "../agent/extensions.js";
import type { NodeFile, Phase } from "../analysis.js";
import { oncePer } from "../memoised.js";

/** Where templates of the node's root directory are. */
export const ROOT_DIR = "templates/root_dir";

/** What Go's templates print for a value that is not there: what the file holds on a node is not known. */
const NO_VALUE = "<no value>";

/** What is known, in a phase, of the files that a hosts.toml names as `ca` and `client`. */
export interface NamedFiles {
  /**
   * Is the file not there, for certain? Once Spegel has written the hosts.toml, nothing else is below certs.d but what
   * it has copied back; releases before 0.5.0 copy nothing.
   */
  isGone(file: string): boolean;
  /** What the file holds; null where it is not there, or what it holds is not known. */
  content(file: string): string | null;
  /** Does the phase tell whether the file is there and what it holds? */
  isKnown(file: string): boolean;
}

/**
 * @param hostsFile path of the hosts.toml below certs.d
 * @param spegelVersion the chart's release
 */
export function namedFiles(
  { files }: Pick<Phase, "files">,
  hostsFile: string,
  spegelVersion: string,
): NamedFiles {
  const active = activeFiles(files);
  const isSpegels = active.get(hostsFile)?.origin.kind === "spegel";
  const directory = hostsFile.slice(0, hostsFile.lastIndexOf("/") + 1);
  const isGone = (file: string) => {
    const path = belowCertsD(file);
    if (!isSpegels || path === null || isPresent(files, path)) return false;
    // A file that no extension writes may have been there before, and is copied back then.
    const isCopied = path.startsWith(directory) && copiesFilesBeside({ version: spegelVersion });
    return !isCopied || files.some((one) => one.path === path && one.state === "not-generated");
  };
  const content = (file: string) => {
    const text = active.get(belowCertsD(file) ?? "")?.content;
    return text === undefined || text.includes(NO_VALUE) ? null : text;
  };
  return { isGone, content, isKnown: (file) => content(file) !== null || isGone(file) };
}

const activeFiles = oncePer(
  (files: readonly NodeFile[]): ReadonlyMap<string, NodeFile> =>
    new Map(files.flatMap((file) => (file.state === "active" ? [[file.path, file]] : []))),
);

function isPresent(files: readonly NodeFile[], path: string): boolean {
  return files.some((file) => file.path === path && (file.state === "active" || file.state === "backup"));
}

/** The path below certs.d; null for a file that is elsewhere on the node. */
function belowCertsD(file: string): string | null {
  return certsDTarget(ROOT_DIR + file);
}
