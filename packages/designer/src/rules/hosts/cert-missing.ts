import { valueAt } from "@lookinglass/cluster-spec";
import { extensionsOf } from "../../agent/extensions.js";
import { oncePer } from "../../memoised.js";
import type { RolePreview } from "../../preview.js";
import { type HostsFault, hostsRule } from "./hosts-rule.js";

export const certMissing = hostsRule({
  code: "cert-missing",
  severity: "info",
  when: "ca/client names a file that no extension writes: if it is missing on the node, pulls fail",
  explanation:
    "containerd does not fall back when a ca or client file is missing or unreadable: the pull fails, for every host of " +
    "the file. Make sure that the node image has it, or write it with an extension.",
  word(fault) {
    const { file, finding } = fault;
    if (isWritten(fault)) return null;
    return {
      many: "certificates and keys are needed on the nodes: no extension writes them, and without one pulls fail.",
      message: `${file} needs ${finding.file} on the node: no extension writes it, and without it pulls fail.`,
    };
  },
});

const ROOT = "templates/root_dir";

function isWritten({ one, finding }: HostsFault<"cert-missing">): boolean {
  return writtenPaths(one.role.config).has(ROOT + finding.file);
}

/** Of the extensions that write something. */
const writtenPaths = oncePer((config: RolePreview["config"]): ReadonlySet<unknown> => {
  const written = Object.values(extensionsOf(config)).filter(
    (extension) => valueAt(extension, ["content"]) !== "",
  );
  return new Set(written.map((extension) => valueAt(extension, ["path"])));
});
