import { clusterDocument } from "../cluster.js";
import { isArray, isObject, type JsonValue } from "../json.js";
import type { ParsedSpec } from "../parse/parse-spec.js";
import type { SpecPath } from "../path.js";
import { clusterKeyTree, type KeyNode, nodeBelow } from "./key-tree.js";

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
    const near = node.any || node.keys.has(key) ? null : nearestKey(key, node.names);
    if (near === null) return below(value, node, path, key);
    const firm = node.keys.get(near)?.row?.firm === true;
    return [{ path: [...path, key], key, known: near, taken: Object.hasOwn(data, near), firm }];
  });
}

/** What is not a map or list holds no keys. */
function below(value: JsonValue, node: KeyNode, path: SpecPath, segment: string | number): UnknownKey[] {
  const next = isArray(value) || isObject(value) ? nodeBelow(node, segment) : null;
  return next ? keysIn(value, next, [...path, segment]) : [];
}

/**
 * The known key that another one is most likely meant to be: the same but for case, `-` and `_`, or one letter apart
 * (two in long keys); null when none is near.
 */
export function nearestKey(key: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const answers = answersFor(known);
  const before = answers.get(key);
  if (before !== undefined) return before;
  const nearest = findNearest(key, known, known.map(bare));
  if (answers.size === MOST_ANSWERS) answers.clear();
  answers.set(key, nearest);
  return nearest;
}

/** The lists of known keys are few and do not change, and most keys of a spec come again and again. */
const answersByList = new WeakMap<readonly string[], Map<string, string | null>>();
const MOST_ANSWERS = 1_000;

function answersFor(known: readonly string[]): Map<string, string | null> {
  const answers = answersByList.get(known) ?? new Map<string, string | null>();
  answersByList.set(known, answers);
  return answers;
}

function findNearest(key: string, known: readonly string[], candidates: readonly string[]): string | null {
  const own = bare(key);
  const same = candidates.indexOf(own);
  if (same !== -1) return known[same] ?? null;
  if (key.length < 4) return null;
  const near = candidates.findIndex((candidate) => isNear(own, candidate));
  return known[near] ?? null;
}

const bare = (key: string): string => key.toLowerCase().replaceAll(/[-_]/g, "");

function isNear(a: string, b: string): boolean {
  const allowed = Math.min(a.length, b.length) >= 8 ? 2 : 1;
  return Math.abs(a.length - b.length) <= allowed && editDistance(a, b) <= allowed;
}

/** Levenshtein distance; both words are short. */
function editDistance(a: string, b: string): number {
  const letters = [...b];
  let row = Array.from({ length: letters.length + 1 }, (_, index) => index);
  for (const [i, unit] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of letters.entries()) {
      const replaced = (row[j] ?? 0) + (unit === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
