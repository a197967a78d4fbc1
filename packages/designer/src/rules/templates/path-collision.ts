import { sourceOf, valueAt } from "@lookinglass/cluster-spec";
import { certsDTarget } from "../../agent/extensions.js";
import { isMap } from "../../plain-data.js";
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
      for (const [path, keys] of keysByPath(role)) {
        const winner = keys.at(-1);
        for (const key of keys.slice(0, -1)) {
          yield {
            message: `${winner} writes ${path} too and comes later: what ${key} has there is never used.`,
            path: sourceOf(role.config, ["extensions", key, "path"])?.path ?? [],
            roles: [role.role.id],
          };
        }
      }
    }
  },
};

/** The extensions' keys in the order in which they apply, by the file that they write. */
function keysByPath({ config }: RolePreview): ReadonlyMap<string, readonly string[]> {
  const extensions = valueAt(config.value, ["extensions"]);
  const byPath = new Map<string, string[]>();
  for (const key of isMap(extensions) ? Object.keys(extensions).sort() : []) {
    const path = valueAt(extensions, [key, "path"]);
    if (typeof path !== "string") continue;
    const target = certsDTarget(path) ?? path;
    const keys = byPath.get(target) ?? [];
    keys.push(key);
    byPath.set(target, keys);
  }
  return byPath;
}
