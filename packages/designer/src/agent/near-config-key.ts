import { nearestKey } from "@lookinglass/cluster-spec";
import { memoised } from "../memoised.js";
import { isMap } from "../plain-data.js";
import { type ConfigKey, configKey, configKeys } from "./config-keys.js";

type Path = readonly (string | number)[];

/** A key that is known, for one that is asked for and is not: its path below the template's data. */
export type NearKey =
  | { readonly kind: "same-map"; readonly path: Path }
  /** Elsewhere in `.config`: the whole chain has to be written anew. */
  | { readonly kind: "elsewhere"; readonly path: Path };

/**
 * The known key that one without a value is most likely meant to be; null where none is near. Keys of ours are no
 * answer.
 *
 * @param path below the template's data
 * @param map what was asked for it
 */
export function nearConfigKey(path: Path, map: unknown): NearKey | null {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  if (parent.length > 0 && key === "config") return { kind: "elsewhere", path: ["config"] };
  const sibling = nearIn(key, siblingsOf(parent, map));
  if (sibling !== null) return { kind: "same-map", path: [...parent, sibling] };
  const asked = parent[0] === "config" ? path.slice(1) : path;
  const elsewhere = wholePath(asked) ?? sameLeaf(key);
  return elsewhere && { kind: "elsewhere", path: ["config", ...elsewhere.path] };
}

const KNOWN: readonly ConfigKey[] = configKeys.filter(({ source }) => source !== "ours");

/** Of a larger map its own keys are not looked at. */
const MOST_OWN_KEYS = 100;

/** What a map has or may have: its own keys, and those that agents have there. */
function siblingsOf(parent: Path, map: unknown): readonly string[] {
  const keys = isMap(map) ? Object.keys(map) : [];
  const own = keys.length > MOST_OWN_KEYS ? [] : keys.filter((name) => !isOurs([...parent, name]));
  const listed =
    parent.length === 0 ? ["config"] : (parent[0] === "config" && levels.get(levelOf(parent))) || [];
  return sameList(JSON.stringify([...new Set([...listed, ...own])]));
}

/** One object for each distinct list: nearestKey remembers by it. */
const sameList = memoised((json): readonly string[] => JSON.parse(json));

function isOurs(path: Path): boolean {
  return configKey(path.slice(1))?.source === "ours";
}

const levelOf = (parent: Path): string => parent.slice(1).join(".");

const levels: ReadonlyMap<string, readonly string[]> = new Map(
  KNOWN.map(({ path }) => {
    const level = path.slice(0, -1).join(".");
    const names = KNOWN.filter((each) => each.path.slice(0, -1).join(".") === level).map(
      (each) => each.path.at(-1) ?? "",
    );
    return [level, names];
  }),
);

/** Names that differ in nothing but digits are a numbering: the one is not meant by the other. */
function nearIn(key: string, names: readonly string[]): string | null {
  const near = nearestKey(key, names) ?? names.find((name) => isLetterShort(key, name)) ?? tailIn(key, names);
  if (near === null || near.replace(/\d+/g, "#") === key.replace(/\d+/g, "#")) return null;
  return near;
}

/** `nme` for `name`: too short for nearestKey. */
function isLetterShort(key: string, name: string): boolean {
  if (key.length < 3 || name.length !== key.length + 1) return false;
  return [...name].some((_, index) => name.slice(0, index) + name.slice(index + 1) === key);
}

const SHORTEST_TAIL = 5;

/** `group` for `node_group`: the end of one name and of no other. */
function tailIn(key: string, names: readonly string[]): string | null {
  const ending = key.length < SHORTEST_TAIL ? [] : names.filter((name) => name.endsWith(`_${key}`));
  return ending.length === 1 ? (ending[0] ?? null) : null;
}

const bare = (name: string): string => name.toLowerCase().replaceAll(/[-_.]/g, "");

const byBarePath = new Map(KNOWN.map((known) => [bare(known.path.join(".")), known]));

/** `clusterName` for `cluster.name`, `node_group` where `.config` was forgotten. */
function wholePath(asked: Path): ConfigKey | null {
  return byBarePath.get(bare(asked.join("."))) ?? null;
}

const SHORTEST_LEAF = 6;

const bareLeaves = KNOWN.map((known) => ({ known, leaf: bare(known.path.at(-1) ?? "") }));

/** `podCIDR` for `cluster.network.podCIDR`: a name that one key alone has. */
function sameLeaf(key: string): ConfigKey | null {
  const written = bare(key);
  const [found, ...others] = bareLeaves.filter(({ leaf }) => leaf === written);
  return found && others.length === 0 && written.length >= SHORTEST_LEAF ? found.known : null;
}
