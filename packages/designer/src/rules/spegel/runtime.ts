import { valueAt } from "@lookinglass/cluster-spec";
import type { Preview, RolePreview } from "../../preview.js";
import { docs } from "../docs.js";
import { previewedDocument } from "../finding-range.js";
import type { Finding, Rule } from "../rule.js";

export const runtime: Rule = {
  code: "spegel/runtime",
  severity: "error",
  when: "containerd is not the runtime of a role: Spegel is disabled by default there",
  explanation:
    "Spegel works with containerd only. Kublr disables it by default on nodes with another runtime; where the spec enables " +
    "it all the same, its pods find no containerd and nothing reads their files.",
  docs: docs.kublr,
  *check(preview): Iterable<Finding> {
    for (const role of preview.roles) {
      const { kind, path } = role.spegel.from.integrationEnabled;
      const isOff = !role.spegel.integrationEnabled && kind !== "runtime";
      if (role.runtime === "containerd" || isOff) continue;
      yield {
        message: message(role),
        ...(path ? { path } : placeOf(preview, role)),
        roles: [role.role.id],
      };
    }
  },
};

function message({ role, runtime: name, spegel }: RolePreview): string {
  const what = name === "other" ? "another runtime than containerd" : name;
  const effect = spegel.integrationEnabled
    ? "Spegel is enabled, but cannot work there"
    : "Spegel is disabled by default there";
  return `${role.title} runs ${what}: ${effect}.`;
}

/** A group's name, so that not all of the group is marked. */
function placeOf(preview: Preview, { role }: RolePreview) {
  const path = role.configPath.slice(0, -1);
  const named = [...path, "name"];
  const isNamed = valueAt(previewedDocument(preview)?.data, named) !== undefined;
  return isNamed ? { path: named } : { path, atKey: true };
}
