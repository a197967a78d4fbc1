import { valueAt } from "@lookinglass/cluster-spec";
import { holdsPem } from "@lookinglass/containerd";
import { extensionsOf } from "../../agent/extensions.js";
import { oncePer } from "../../memoised.js";
import type { RolePreview } from "../../preview.js";
import { namedFiles, ROOT_DIR } from "../../pull/known-files.js";
import { registryOf } from "../registry-directory.js";
import { type HostsFault, hostsRule } from "./hosts-rule.js";

type Fault = HostsFault<"cert-missing">;

export const certMissing = hostsRule({
  code: "cert-missing",
  severity: "info",
  when:
    "ca/client names a file that no extension writes: if it is missing on the node, pulls fail. An error where it is certain: " +
    "Spegel moves the file away and keeps the line, or the file holds no PEM block; a warning where its extension writes nothing",
  explanation:
    "containerd does not fall back when a ca or client file is missing or unreadable: the pull fails, for every host of " +
    "the file and the registry itself. Spegel before 0.5.0, told to keep existing hosts, keeps the line and moves the file to " +
    "_backup; later releases bring back what lies beside hosts.toml. Safe is a file outside of certs.d that an extension " +
    "or the node image writes, named by its absolute path.",
  word(fault) {
    const moved = movedBySpegel(fault);
    if (moved !== null) return { message: moved, severity: "error" };
    const bad = notLoaded(fault);
    if (bad !== null) return { message: bad, severity: "error" };
    const { file, one, finding } = fault;
    if (writtenPaths(one.role.config).has(ROOT_DIR + finding.file)) return null;
    if (namedPaths(one.role.config).has(ROOT_DIR + finding.file)) {
      return {
        message: `${file} needs ${finding.file} on the node: its extension writes nothing, and without it pulls fail.`,
        severity: "warning",
      };
    }
    return {
      many: "certificates and keys are needed on the nodes: no extension writes them, and without one pulls fail.",
      message: `${file} needs ${finding.file} on the node: no extension writes it, and without it pulls fail.`,
    };
  },
});

/** Spegel's own hosts.toml of a later phase names the file still, which is no longer there. */
function movedBySpegel(fault: Fault): string | null {
  const { preview, one, file, directory, finding } = fault;
  const { spegelVersion } = preview.settings;
  const phase = one.role.phases.find(({ files }) => {
    const kept = files.find(({ path, state }) => path === file && state === "active");
    if (kept?.origin.kind !== "spegel" || !namesIt(fault, kept.content)) return false;
    return namedFiles({ files }, file, spegelVersion).isGone(finding.file);
  });
  if (phase === undefined) return null;
  return `Once Spegel runs, every pull ${whose(directory)} fails: Spegel ${spegelVersion} keeps ${finding.field} in ${file} and moves ${finding.file} to _backup.`;
}

function namesIt({ preview, directory, finding }: Fault, content: string): boolean {
  return preview
    .lint(content, directory)
    .some((other) => other.code === "cert-missing" && other.file === finding.file);
}

/** The file is there, and containerd cannot load it. */
function notLoaded({ preview, one, file, directory, finding }: Fault): string | null {
  const [bootstrap] = one.role.phases;
  const content =
    bootstrap && namedFiles(bootstrap, file, preview.settings.spegelVersion).content(finding.file);
  if (content == null || holdsPem(content)) return null;
  return `Every pull ${whose(directory)} fails: ${finding.file}, which ${file} names, holds no PEM block.`;
}

function whose(directory: string): string {
  return directory === "_default"
    ? "of a registry without a directory of its own"
    : `from ${registryOf(directory)}`;
}

/** Of the extensions that write something. */
const writtenPaths = oncePer((config: RolePreview["config"]): ReadonlySet<unknown> => {
  const written = Object.values(extensionsOf(config)).filter(
    (extension) => valueAt(extension, ["content"]) !== "",
  );
  return new Set(written.map((extension) => valueAt(extension, ["path"])));
});

const namedPaths = oncePer(
  (config: RolePreview["config"]): ReadonlySet<unknown> =>
    new Set(Object.values(extensionsOf(config)).map((extension) => valueAt(extension, ["path"]))),
);
