import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { named } from "../short.js";
import { type ClusterParts, clusterParts, headOf, type SpecLocation } from "./cluster-parts.js";
import { namelessLocation } from "./location-names.js";
import { hasMisspelt } from "./near-name.js";

export const locationName: Rule = {
  code: "spec/location-name",
  severity: "warning",
  when: "a location of `spec.locations` without a name; an error where a group refers to it",
  explanation:
    "Groups refer to a location by its name (locationRef), so no group can be in one that has none.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const parts = clusterParts(preview);
    if (!parts?.isWhole) return;
    const meant = namelessLocation(parts);
    for (const location of parts.locations) {
      const { path, name, data } = location;
      const isOther = typeof data.name === "object" && data.name !== null; // spec/type
      if (name !== null || isOther || hasMisspelt(data, "name")) continue;
      const isWritten = Object.hasOwn(data, "name");
      yield {
        ...told(meant),
        path: [...path, "name"],
        atKey: true,
        range: isWritten ? null : headOf(parts, path),
        fixes: () => naming(parts, location),
      };
    }
  },
};

function told(meant: ReturnType<typeof namelessLocation>): Pick<Finding, "message" | "many" | "severity"> {
  const many = "locations have no name: no locationRef can lead to them.";
  if (meant === null) return { message: "This location has no name: no locationRef can lead to it.", many };
  const message = `This location has no name, and ${named(meant.name)}, to which a group refers, is the name of none.`;
  return { message, severity: "error" };
}

function naming(parts: ClusterParts, { path }: SpecLocation): FindingFix[] {
  const name = namelessLocation(parts)?.name;
  if (name === undefined) return [];
  return [
    { name: "name", title: `Name it ${named(name)}`, edits: [{ path: [...path, "name"], value: name }] },
  ];
}
