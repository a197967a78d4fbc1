import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { Lookup, LookupLog } from "@lookinglass/go-template";
import { oncePer } from "../memoised.js";
import { ownConfigKeys } from "./config-keys.js";

/** A key that a template asks for and its data does not have, or has of ours alone. */
export interface ConfigLookup {
  /** Below the template's data: `config` is its first segment. A list's element has its index. */
  readonly path: readonly (string | number)[];
  readonly isFound: boolean;
  /** In the template's text: the key's own name, or the operand that gives it. */
  readonly source: OffsetRange;
  /** Where the chain of fields begins that the name ends. */
  readonly start: number;
  readonly branch?: Lookup["branch"];
}

/** A log for one execution. */
export function lookupLog(): LookupLog {
  return { watched: ownConfigKeys, lookups: new Map() };
}

/** What an execution has noted, by the paths of the maps that were asked; those that the template made are left out. */
export function configLookups({ lookups, root }: LookupLog, config: unknown): ConfigLookup[] {
  if (lookups.size === 0) return [];
  // The copy that a template works on is a map of its own.
  const seen = root instanceof Map ? root.get("config") : config;
  const paths = isObject(seen) ? pathsWithin(seen) : new Map<unknown, Path>();
  return [...lookups.values()].flatMap(({ map, key, isFound, source, start, branch }) => {
    const path = map === root ? [] : paths.get(map);
    return path ? [{ path: [...path, key], isFound, source, start, branch }] : [];
  });
}

type Path = readonly (string | number)[];

/** More are nobody's config. */
const MOST_VALUES = 20_000;

/** Every map and list of a config, with its path; of one that stands at several places the first. */
const pathsWithin = oncePer((config: object): ReadonlyMap<unknown, Path> => {
  const paths = new Map<unknown, Path>([[config, ["config"]]]);
  for (const [value, path] of paths) {
    if (paths.size > MOST_VALUES) break;
    for (const [key, inner] of entriesOf(value)) {
      if (isObject(inner) && !paths.has(inner)) paths.set(inner, [...path, key]);
    }
  }
  return paths;
});

function entriesOf(value: unknown): Iterable<readonly [string | number, unknown]> {
  if (Array.isArray(value)) return value.entries();
  if (value instanceof Map) return [...value].map(([key, inner]) => [String(key), inner]);
  return isObject(value) ? Object.entries(value) : [];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
