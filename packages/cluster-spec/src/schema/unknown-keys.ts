import { clusterDocument } from "../cluster.js";
import { isArray, isObject, type JsonValue } from "../json.js";
import type { ParsedSpec } from "../parse/parse-spec.js";
import type { SpecPath } from "../path.js";
import { isOfKind } from "./check-types.js";
import type { KeyRow } from "./key-row.js";
import { clusterKeyTree, type KeyNode, nodeBelow } from "./key-tree.js";
import { nearestKey } from "./nearest-key.js";

/** A key that looks like a misspelt known one. */
export interface UnknownKey {
  /** Path of the key's value. */
  readonly path: SpecPath;
  readonly key: string;
  /** The known key that it is near to. */
  readonly known: string;
  /** The known key is there as well, so renaming is not possible. */
  readonly taken: boolean;
  /** Kublr's pages document the known key, so that this one has no effect; else public specs show the known one. */
  readonly firm: boolean;
}

/** Keys of the previewed document that are near a known one (`helmValues`, `extension`). Other keys pass. */
export function unknownKeys(spec: ParsedSpec): readonly UnknownKey[] {
  const document = clusterDocument(spec);
  return document ? keysIn(document.data, clusterKeyTree, []) : [];
}

function keysIn(data: JsonValue, node: KeyNode, path: SpecPath): UnknownKey[] {
  if (isArray(data)) return data.flatMap((item, index) => below(item, node, path, index));
  if (!isObject(data)) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const near = node.any || node.keys.has(key) ? null : nearKey(key, value, node);
    if (near === null) return below(value, node, path, key);
    const firm = node.keys.get(near)?.row?.firm === true;
    return [{ path: [...path, key], key, known: near, taken: Object.hasOwn(data, near), firm }];
  });
}

/**
 * A known key that another one is meant to be. Where one of the two is the other with letters before or after it (`zone`
 * of `zones`, `availabilitySet` of `isAvailabilitySet`), both may be Kublr's: then the value has to fit as well.
 */
function nearKey(key: string, value: JsonValue, node: KeyNode): string | null {
  const near = nearestKey(key, node.names);
  if (near === null || key.length === near.length) return near;
  const [a, b] = [key.toLowerCase(), near.toLowerCase()];
  const isPart = a.includes(b) || b.includes(a);
  return !isPart || fits(value, node.keys.get(near)?.row) ? near : null;
}

function fits(value: JsonValue, row: KeyRow | null | undefined): boolean {
  return value === null || !row || row.kinds.some((kind) => isOfKind(value, kind));
}

/** What is not a map or list holds no keys. */
function below(value: JsonValue, node: KeyNode, path: SpecPath, segment: string | number): UnknownKey[] {
  const next = isArray(value) || isObject(value) ? nodeBelow(node, segment) : null;
  return next ? keysIn(value, next, [...path, segment]) : [];
}
