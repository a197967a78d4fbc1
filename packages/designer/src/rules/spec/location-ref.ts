import { valueAt } from "@lookinglass/cluster-spec";
import { listed } from "../../bounded-text.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { named } from "../short.js";
import { type ClusterParts, clusterParts } from "./cluster-parts.js";
import { type LocationRef, locationNames, locationRefs, namelessLocation } from "./location-names.js";
import { hasMisspelt, nearName } from "./near-name.js";

export const locationRef: Rule = {
  code: "spec/location-ref",
  severity: "error",
  when: "a `locationRef` that names no location of `spec.locations`, or none at all",
  explanation:
    "The nodes of a group are created in the locations that it refers to by their names. A reference that leads nowhere " +
    "leaves nothing to create them in.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const parts = clusterParts(preview);
    if (!parts) return;
    const names = locationNames(parts);
    const known = new Set(names);
    // Locations that are no list, or under a misspelt key: spec/type and spec/unknown-key.
    const { locations = null } = parts.body;
    const areOther =
      (locations !== null && !Array.isArray(locations)) || hasMisspelt(parts.body, "locations");
    // Of a location that lacks just this name, spec/location-name speaks.
    const told = namelessLocation(parts)?.name;
    for (const ref of locationRefs(parts)) {
      if (ref.name === null) yield* missing(parts, ref, names);
      else if (!areOther && !known.has(ref.name) && ref.name !== told)
        yield* unknown(parts, ref, ref.name, names);
    }
  },
};

function* missing(parts: ClusterParts, ref: LocationRef, names: readonly string[]): Iterable<Finding> {
  const { path, group } = ref;
  const above = valueAt(parts.document.data, path.slice(0, -1));
  if (!parts.isWhole || names.length === 0 || hasMisspelt(above, "locationRef")) return;
  yield {
    message: `${group ? `A location of ${inSentence(group.title)}` : "The secret store"} has no locationRef: ${have(names)}.`,
    many: "locations of groups have no locationRef.",
    path,
    atKey: true,
    ...(group && { roles: group.roles }),
    severity: "warning",
    fixes: () => onlyOne(names).flatMap((name) => writing(ref, name)),
  };
}

function* unknown(
  { isWhole }: ClusterParts,
  ref: LocationRef,
  name: string,
  names: readonly string[],
): Iterable<Finding> {
  // A fragment may leave locations out.
  if (!isWhole && nearName(name, names) === null) return;
  yield {
    message: `locationRef ${named(name)} names no location: ${have(names)}.`,
    many: "locationRefs name no location of spec.locations.",
    path: ref.path,
    ...(ref.group && { roles: ref.group.roles }),
    ...(!isWhole && { severity: "warning" }),
    fixes: () => {
      const near = nearName(name, names);
      return (near === null ? onlyOne(names) : [near]).flatMap((meant) => writing(ref, meant));
    },
  };
}

function have(names: readonly string[]): string {
  if (names.length === 0) return "spec.locations names none";
  return `spec.locations has ${listed(names.map((name) => named(name, 30)))}`;
}

function onlyOne(names: readonly string[]): readonly string[] {
  return names.length === 1 ? names : [];
}

function writing({ path }: LocationRef, name: string): FindingFix[] {
  return [{ name: "refer", title: `Refer to ${named(name)}`, edits: [{ path, value: name }] }];
}

function inSentence(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
