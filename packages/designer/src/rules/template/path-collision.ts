import { sourceOf, valueAt } from "@lookinglass/cluster-spec";
import { certsDTarget, extensionsOf } from "../../agent/extensions.js";
import type { SpecPath } from "../../analysis.js";
import type { RolePreview } from "../../preview.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";

export const pathCollision: Rule = {
  code: "template/path-collision",
  severity: "warning",
  when: "several extensions write one path: which key wins (alphanumerical order)",
  explanation:
    "Extensions are applied in the alphanumerical order of their keys, so of several for one path the last key wins.",
  docs: docs.kublr,
  *check({ roles }): Iterable<Finding> {
    for (const role of roles) {
      for (const [path, writers] of writersByPath(role)) {
        const winner = writers.at(-1);
        for (const { key, place } of writers.slice(0, -1)) {
          yield {
            many: "extensions are never used: others that come later write the same paths.",
            message: `${winner?.key} writes ${path} too and comes later: what ${key} has there is never used.`,
            path: place,
            roles: [role.role.id],
          };
        }
      }
    }
  },
};

/** An extension with the place of its path in the spec. */
interface Writer {
  readonly key: string;
  readonly place: SpecPath;
}

/** The extensions in the order in which they apply, by the file that they write. */
function writersByPath({ config }: RolePreview): ReadonlyMap<string, readonly Writer[]> {
  const extensions = extensionsOf(config);
  const byPath = new Map<string, Writer[]>();
  for (const key of Object.keys(extensions).sort()) {
    const path = valueAt(extensions, [key, "path"]);
    const place = sourceOf(config, ["extensions", key, "path"])?.path;
    if (typeof path !== "string" || !place) continue;
    const target = certsDTarget(path) ?? path;
    const writers = byPath.get(target) ?? [];
    writers.push({ key, place });
    byPath.set(target, writers);
  }
  return byPath;
}
