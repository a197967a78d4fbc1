import type { SpecPath } from "../../analysis.js";
import { isMap, type PlainMap } from "../../plain-data.js";
import { type ClusterParts, type InstanceGroup, nameIn, type SpecLocation } from "./cluster-parts.js";

/** A place where a location of the spec is named. */
export interface LocationRef {
  readonly path: SpecPath;
  /** Null where it is missing, or empty. */
  readonly name: string | null;
  /** Null for the secret store's. */
  readonly group: InstanceGroup | null;
}

/** Every one of the master, the groups and the secret store; what is no plain value is spec/type's. */
export function locationRefs({ document, body, groups }: ClusterParts): LocationRef[] {
  const refIn = (path: SpecPath, data: PlainMap, group: InstanceGroup | null): LocationRef[] => {
    if (typeof (data.locationRef ?? "") === "object") return [];
    return [{ path: [...path, "locationRef"], name: nameIn(document, data, path, "locationRef"), group }];
  };
  const ofGroups = groups.flatMap((group) =>
    group.locations.flatMap(({ path, data }) => refIn(path, data, group)),
  );
  const stores = isMap(body.secretStore) ? Object.entries(body.secretStore) : [];
  const ofStores = stores.flatMap(([key, data]) =>
    isMap(data) && Object.hasOwn(data, "locationRef") ? refIn(["spec", "secretStore", key], data, null) : [],
  );
  return [...ofGroups, ...ofStores];
}

export function locationNames({ locations }: ClusterParts): readonly string[] {
  return [...new Set(locations.flatMap(({ name }) => name ?? []))];
}

/** The one location without a name, and the one name that references use and no location has. */
export function namelessLocation(parts: ClusterParts): { location: SpecLocation; name: string } | null {
  const [location, ...others] = parts.locations.filter(({ name }) => name === null);
  if (!location || others.length > 0) return null;
  const names = new Set(locationNames(parts));
  const unknown = locationRefs(parts).flatMap(({ name }) => (name === null || names.has(name) ? [] : name));
  const [name, ...more] = new Set(unknown);
  return name !== undefined && more.length === 0 ? { location, name } : null;
}
