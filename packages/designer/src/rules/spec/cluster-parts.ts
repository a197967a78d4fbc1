import {
  locate,
  nameAt,
  type OffsetRange,
  type ParsedSpec,
  type SpecDocument,
} from "@lookinglass/cluster-spec";
import type { SpecPath } from "../../analysis.js";
import { isMap, type PlainMap } from "../../plain-data.js";
import type { Preview } from "../../preview.js";
import { previewedDocument } from "../finding-range.js";
import { named } from "../short.js";

/** A place that the spec describes in `locations`. */
export interface SpecLocation {
  readonly path: SpecPath;
  readonly name: string | null;
  readonly data: PlainMap;
}

/** A location of a group: where it refers to one of the spec's. */
export interface GroupLocation {
  readonly path: SpecPath;
  readonly data: PlainMap;
}

/** The master or a worker group that the spec describes. */
export interface InstanceGroup {
  readonly path: SpecPath;
  readonly isMaster: boolean;
  readonly name: string | null;
  /** At the beginning of a sentence: "The master", "Group web", "Group nodes[1]". */
  readonly title: string;
  readonly data: PlainMap;
  readonly locations: readonly GroupLocation[];
  /** Its role's id; none where there are too many groups to preview. */
  readonly roles: readonly string[];
}

/** What the cross-checks read of the previewed spec. */
export interface ClusterParts {
  readonly document: SpecDocument;
  readonly body: PlainMap;
  /** A Cluster, which has to be complete; a fragment mentions what it needs. */
  readonly isWhole: boolean;
  readonly locations: readonly SpecLocation[];
  readonly groups: readonly InstanceGroup[];
}

/** Every rule asks for the same. */
const known = new WeakMap<ParsedSpec, ClusterParts | null>();

/** Null where no cluster is previewed, or its `spec` is no map. */
export function clusterParts(preview: Preview): ClusterParts | null {
  const before = known.get(preview.spec);
  if (before !== undefined) return before;
  const parts = readParts(preview);
  known.set(preview.spec, parts);
  return parts;
}

function readParts(preview: Preview): ClusterParts | null {
  const document = previewedDocument(preview);
  const body = document && isMap(document.data) ? document.data.spec : null;
  if (!document || preview.spec.cluster.form === "none" || !isMap(body)) return null;
  return {
    document,
    body,
    isWhole: preview.spec.cluster.form === "cluster",
    locations: specLocations(document, body),
    groups: instanceGroups(document, body, preview),
  };
}

function specLocations(document: SpecDocument, body: PlainMap): SpecLocation[] {
  return listOf(body.locations).flatMap((data, index) => {
    const path = ["spec", "locations", index];
    return isMap(data) ? { path, data, name: nameIn(document, data, path, "name") } : [];
  });
}

function instanceGroups(document: SpecDocument, body: PlainMap, { roles }: Preview): InstanceGroup[] {
  const idOf = new Map(roles.flatMap(({ role: { id, path } }) => (path ? [[path[2] ?? "master", id]] : [])));
  const master = { path: ["spec", "master"], data: isMap(body.master) ? body.master : null };
  const workers = listOf(body.nodes).map((data, index) => ({ path: ["spec", "nodes", index], data }));
  return [master, ...workers].flatMap(({ path, data }) => {
    if (!isMap(data)) return [];
    const [, , index = "master"] = path;
    const isMaster = index === "master";
    const name = nameIn(document, data, path, "name");
    const id = idOf.get(index);
    return {
      path,
      isMaster,
      name,
      title: isMaster ? "The master" : `Group ${name === null ? `nodes[${index}]` : named(name)}`,
      data,
      locations: groupLocations(data.locations, [...path, "locations"]),
      roles: id === undefined ? [] : [id],
    };
  });
}

/** A null counts as an empty map: somebody has begun to write it. */
function groupLocations(list: unknown, path: SpecPath): GroupLocation[] {
  return listOf(list).flatMap((item, index) => {
    const data = item === null ? {} : item;
    return isMap(data) ? { path: [...path, index], data } : [];
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The name at a key of a map of the spec; null where there is none. Looked up in the text only for what is no text. */
export function nameIn(
  document: SpecDocument,
  map: PlainMap,
  path: SpecPath,
  key: "name" | "locationRef",
): string | null {
  const value = map[key] ?? null;
  if (typeof value === "string") return value || null;
  return typeof value === "object" ? null : nameAt(document, [...path, key]);
}

/** Where a part is marked as a whole: at its name, or else its first line. */
export function headOf({ document }: ClusterParts, path: SpecPath): OffsetRange | undefined {
  const name = locate(document, [...path, "name"])?.value;
  if (name && name.end > name.start) return name;
  const whole = locate(document, path);
  if (!whole) return undefined;
  if (whole.key) return whole.key;
  const { start, end } = whole.value;
  const line = /^[^\r\n]*/.exec(document.text.slice(start, end))?.[0] ?? "";
  return { start, end: start + line.trimEnd().length };
}
