import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { named } from "../short.js";
import { clusterParts, headOf } from "./cluster-parts.js";
import { locationNames } from "./location-names.js";
import { hasMisspelt } from "./near-name.js";

export const noLocations: Rule = {
  code: "spec/no-locations",
  severity: "warning",
  when: "the master or a worker group of a Cluster without `locations`, although the spec has some",
  explanation:
    "A group's locations say where its nodes are created, each with a locationRef to one of spec.locations. Every public " +
    "spec has them for its master and for each group.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const parts = clusterParts(preview);
    const names = parts ? locationNames(parts) : [];
    if (!parts?.isWhole || names.length === 0) return;
    for (const { path, title, data, roles } of parts.groups) {
      if (!isEmpty(data.locations) || hasMisspelt(data, "locations")) continue;
      const place = [...path, "locations"];
      const isWritten = Object.hasOwn(data, "locations");
      yield {
        message: `${title} has no locations: nothing says where its nodes are created.`,
        many: "groups have no locations: nothing says where their nodes are created.",
        path: place,
        atKey: true,
        range: isWritten ? null : headOf(parts, path),
        roles,
        fixes: () => (names.length === 1 ? names.map((name) => placing(place, name)) : []),
      };
    }
  },
};

function isEmpty(value: unknown): boolean {
  return (value ?? null) === null || (Array.isArray(value) && value.length === 0);
}

function placing(path: Finding["path"], name: string) {
  return {
    name: "place",
    title: `Place it in ${named(name)}`,
    edits: [{ path, value: [{ locationRef: name }] }],
  };
}
