import { nearestKey, sourceOf, valueAt } from "@lookinglass/cluster-spec";
import { CERTS_D_TEMPLATES } from "../../agent/built-in-templates.js";
import { certsDTarget, extensionsOf } from "../../agent/extensions.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { isFreeTarget } from "./free-target.js";

export const pathMisplaced: Rule = {
  code: "template/path-misplaced",
  severity: "warning",
  when: "an extension path that means certs.d but is not below `templates/root_dir/etc/containerd/certs.d/` (`/etc/containerd/…`, `root_dir/…`, wrong case, a doubled slash)",
  explanation:
    `The path of an extension is that of the agent's template, not of the file on the node: Kublr's page has those of ` +
    `certs.d at ${CERTS_D_TEMPLATES}. The preview takes every other path for another file.`,
  docs: docs.kublr,
  *check(preview): Iterable<Finding> {
    for (const { role, config } of preview.roles) {
      for (const [key, extension] of Object.entries(extensionsOf(config))) {
        const path = valueAt(extension, ["path"]);
        const target = typeof path === "string" ? meantTarget(path) : null;
        const place = sourceOf(config, ["extensions", key, "path"])?.path;
        if (target === null || !place) continue;
        const value = CERTS_D_TEMPLATES + target;
        yield {
          many: "extensions do not become files of certs.d: their paths are not below its templates.",
          message: `${key} does not become certs.d/${target} on any node: its path would have to be ${value}.`,
          path: place,
          roles: [role.id],
          fixes: () =>
            isFreeTarget(preview, place, target)
              ? [{ name: "correct-path", title: `Write ${value}`, edits: [{ path: place, value }] }]
              : [],
        };
      }
    }
  },
};

/** The folders of certs.d, outermost first. */
const FOLDERS = CERTS_D_TEMPLATES.split("/").filter((folder) => folder !== "");
const CERTS_D = FOLDERS.length - 1;

/** The path below certs.d that was surely meant; null where the path is right, or of something else. */
export function meantTarget(path: string): string | null {
  if (certsDTarget(path) !== null) return null;
  const segments = path
    .trim()
    .split(/[/\\]+/)
    .filter((segment) => segment !== "" && segment !== ".");
  if (segments.includes("..")) return null;
  if (isBareTarget(segments)) return segments.join("/");
  const certsD = segments.findIndex((segment) => nearestFolder(segment) === CERTS_D);
  const below = segments.slice(certsD + 1);
  if (certsD < 0 || below.length === 0) return null;
  return leadsToCertsD(segments.slice(0, certsD + 1), below) ? below.join("/") : null;
}

/** `_default/hosts.toml`, `quay.io/hosts.toml`: the path below certs.d alone. */
function isBareTarget([directory = "", file, ...deeper]: readonly string[]): boolean {
  return file === "hosts.toml" && deeper.length === 0 && /^_default$|[.:]/.test(directory);
}

/** Other programs have a certs.d too: only folders of containerd's may stand before it, misspelt only for hosts.toml. */
function leadsToCertsD(folders: readonly string[], below: readonly string[]): boolean {
  const found = folders.map(nearestFolder);
  const isInOrder = found.every((folder, index) => folder > (found[index - 1] ?? -1));
  const isSpelt = folders.slice(-2).join("/").toLowerCase() === FOLDERS.slice(-2).join("/");
  return isInOrder && (isSpelt || below.at(-1)?.toLowerCase() === "hosts.toml");
}

/** Which of the folders a segment is, or is surely meant to be; -1 for none. */
function nearestFolder(segment: string): number {
  const folder = nearestKey(segment, FOLDERS);
  return folder === null ? -1 : FOLDERS.indexOf(folder);
}
