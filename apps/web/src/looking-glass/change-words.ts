import { ORIGINS } from "../ui/origin.js";
import { type FilePair, isPresent } from "./file-changes.js";

/** Path under certs.d without what every directory holds: "_default" for "_default/hosts.toml". */
export function shortPath(path: string): string {
  return path.replace(/\/hosts\.toml$/, "");
}

/** What becomes of a file, in a few words; null: nothing. */
export function changeWords({ before, after, change }: FilePair): string | null {
  switch (change) {
    case "added":
      return "new";
    case "moved":
      return "moved to _backup";
    case "changed":
      return "changed";
    case "replaced":
      return before && after && before.origin.kind === after.origin.kind
        ? "from another extension"
        : `replaces ${before ? possessive(before.origin.kind) : "another"}`;
    case "removed":
      return after?.state === "deleted" ? "deleted, no copy" : "gone";
    case null:
      return null;
  }
}

function possessive(kind: keyof typeof ORIGINS): string {
  return kind === "extension" ? "yours" : `${ORIGINS[kind].title}’s`;
}

/** Where a file stands, where that is not its place under certs.d; null: containerd reads it. */
export function stateWords({ before, after }: FilePair): string | null {
  const file = after ?? before;
  if (!file || !after) return null;
  if (file.state === "backup") return "in _backup";
  if (file.state === "deleted") return "deleted, no copy";
  return isPresent(file) ? null : "not written";
}
