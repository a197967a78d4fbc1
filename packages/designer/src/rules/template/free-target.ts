import { sourceOf, valueAt } from "@lookinglass/cluster-spec";
import { certsDTarget, extensionsOf } from "../../agent/extensions.js";
import type { SpecPath } from "../../analysis.js";
import type { Preview, RolePreview } from "../../preview.js";

/**
 * May the extension whose path stands at a place write another file? Not where, on some nodes, one does so already: of
 * two the last wins, and the other is lost.
 *
 * @param target relative to certs.d
 */
export function isFreeTarget({ roles }: Preview, place: SpecPath, target: string): boolean {
  const writes = place.join("\0");
  return roles.every(({ config }) => {
    const places = Object.keys(extensionsOf(config)).map((key) => pathPlace(config, key));
    return (
      !places.includes(writes) || writersOf(config, target).every((key) => pathPlace(config, key) === writes)
    );
  });
}

function pathPlace(config: RolePreview["config"], key: string): string | undefined {
  return sourceOf(config, ["extensions", key, "path"])?.path.join("\0");
}

/** Keys of the extensions that are for a file of certs.d, whether or not they have a content. */
export function writersOf(config: RolePreview["config"], target: string): string[] {
  return Object.entries(extensionsOf(config)).flatMap(([key, extension]) => {
    const path = valueAt(extension, ["path"]);
    return typeof path === "string" && certsDTarget(path) === target ? [key] : [];
  });
}
