import { type SpecDocument, type SpecPath, unknownKeys, valueAt } from "@lookinglass/cluster-spec";
import { HELM_VALUES, SPEGEL } from "../../agent/spegel-state.js";
import type { SpecEdit } from "../../analysis.js";
import { isMap, type PlainMap } from "../../plain-data.js";
import type { Preview } from "../../preview.js";
import { previewedDocument } from "../finding-range.js";
import { groupsUnder } from "./worker-groups.js";

/** Settings that stand where nothing is known to read them. */
export interface MisplacedSection {
  readonly path: SpecPath;
  /** Where Kublr's page has them. */
  readonly target: SpecPath;
  /** What moves them there; none where something else has the place. */
  readonly edits: readonly SpecEdit[];
}

/**
 * A kublrAgentConfig that is neither the cluster's, the master's nor a group's, and Spegel's settings and extensions
 * anywhere but in a kublrAgentConfig's own place for them; so far as their content leaves no doubt of what they are.
 */
export function misplacedSections(preview: Preview): MisplacedSection[] {
  const document = previewedDocument(preview);
  if (!document || preview.roles.length === 0) return [];
  const walk: Walk = { document, path: [], found: [] };
  walkInto(walk, document.data);
  const { found } = walk;
  if (found.length === 0) return found;
  // Of misspelt keys, and what is below them, spec/unknown-key speaks.
  const misspelt = new Set(unknownKeys(preview.spec).map(({ path }) => path.join("\0")));
  return found.filter(
    ({ path }) => !path.some((_, depth) => misspelt.has(path.slice(0, depth + 1).join("\0"))),
  );
}

/** Deeper than any place that could be mistaken for the right one. */
const MOST_DEPTH = 8;

/** Maps that belong to others: packages, names, credentials, what is handed on to CloudFormation and ARM. */
const FOREIGN = /^(?:packages|metadata|secretStore|labels|annotations|values|extensions|\w*Extras)$/i;

interface Walk {
  readonly document: SpecDocument;
  /** Of the value; changes while its values are walked and is the same again after. */
  readonly path: (string | number)[];
  readonly found: MisplacedSection[];
}

function walkMap(walk: Walk, value: PlainMap): void {
  const { path } = walk;
  if (path.length > MOST_DEPTH) return;
  for (const key of Object.keys(value)) {
    const inner = value[key];
    const own = sectionAt(path, key, value);
    if (own) tell(walk, key, own);
    else if (isMap(inner) && key === "metadata" && path.length === 0) tellConfigOf(walk, inner);
    else if (typeof inner === "object" && !FOREIGN.test(key)) walkBelow(walk, key, inner);
  }
}

function walkBelow(walk: Walk, key: string | number, value: unknown): void {
  walk.path.push(key);
  walkInto(walk, value);
  walk.path.pop();
}

function walkInto(walk: Walk, value: unknown): void {
  const { path } = walk;
  const isNodes = path.length === 2 && path[1] === "nodes" && path[0] === "spec";
  // Groups in a map are spec/type's.
  if (isMap(value)) {
    if (!isNodes) walkMap(walk, value);
  } else if (Array.isArray(value) && (isNodes || path.at(-1) === "locations")) {
    for (const [index, item] of value.entries()) walkBelow(walk, index, item);
  }
}

function tell({ document, path, found }: Walk, key: string, own: readonly string[]): void {
  const section = misplaced(document, [...path, key], own);
  if (section) found.push(section);
}

/** Of the metadata nothing else is looked at: its names are the user's. */
function tellConfigOf(walk: Walk, metadata: PlainMap): void {
  if (!isMap(metadata[AGENT_CONFIG])) return;
  walk.path.push("metadata");
  tell(walk, AGENT_CONFIG, []);
  walk.path.pop();
}

/** The place, in a kublrAgentConfig, of a section with this key; null for anything else. */
function sectionAt(path: SpecPath, key: string, value: PlainMap): readonly string[] | null {
  if (key === AGENT_CONFIG) return isMisplacedConfig(path, value) ? [] : null;
  const own = ownPlace(key, value[key]);
  return own && !isOfAnotherAddon(path) ? own : null;
}

function isMisplacedConfig(path: SpecPath, value: PlainMap): boolean {
  return isMap(value[AGENT_CONFIG]) && !isConfigPlace(path) && !isGroupElsewhere(path, value);
}

const AGENT_CONFIG = "kublrAgentConfig";

/** Do agents read a kublrAgentConfig of this map? */
function isConfigPlace([root, owner, index, ...more]: SpecPath): boolean {
  if (root !== "spec" || more.length > 0) return false;
  if (owner === undefined) return true;
  return owner === "master" ? index === undefined : owner === "nodes" && typeof index === "number";
}

/** Of a group under another key, spec/worker-groups speaks. */
function isGroupElsewhere([root, key, ...more]: SpecPath, value: PlainMap): boolean {
  return (
    root === "spec" && key !== undefined && more.length === 0 && groupsUnder(String(key), value) !== null
  );
}

/** What `cluster.addon.<name>` holds is that addon's, whatever it is called. */
function isOfAnotherAddon(path: SpecPath): boolean {
  return path.at(-2) === "addon" && path.at(-1) !== "spegel";
}

/** The place in a kublrAgentConfig of what a key holds; null for anything else. */
function ownPlace(key: string, value: unknown): readonly string[] | null {
  if (key === "extensions") return isMap(value) && isExtensions(value) ? [key] : null;
  if (key === "helm_values") return isMap(value) && isMap(value.spegel) ? HELM_VALUES : null;
  if (key.includes(".")) return placeOfDotted(key);
  return key.length === 6 && key.toLowerCase() === "spegel" && isMap(value) && isSpegel(value)
    ? SPEGEL
    : null;
}

/** `cluster.addon.spegel.enabled`, as prose names it, written as one key. */
function placeOfDotted(key: string): readonly string[] | null {
  const names = key.split(".");
  const below = names.slice(names.indexOf("spegel") + 1);
  const [first = ""] = below;
  if (!names.includes("spegel") || !SPEGEL_KEYS.has(first)) return null;
  return OWN_KEYS.includes(first) ? [...SPEGEL, ...below] : [...HELM_VALUES, "spegel", ...below];
}

function isExtensions(map: PlainMap): boolean {
  return Object.values(map).some(
    (entry) => isMap(entry) && typeof entry.path === "string" && typeof entry.content === "string",
  );
}

const OWN_KEYS = ["enabled", "helm_values"];

/** What Spegel's settings, or the chart's values for Spegel, begin with. */
const SPEGEL_KEYS: ReadonlySet<string> = new Set([
  ...OWN_KEYS,
  "helmValues",
  "values",
  "spegel",
  "containerdMirrorAdd",
  "mirroredRegistries",
  "registryFilters",
  "additionalMirrorTargets",
  "prependExisting",
  "resolveTags",
]);

function isSpegel(map: PlainMap): boolean {
  return Object.keys(map).some((key) => SPEGEL_KEYS.has(key));
}

function misplaced({ data }: SpecDocument, path: SpecPath, own: readonly string[]): MisplacedSection | null {
  const target = [...configAbove(path), ...own];
  if (target.join("\0") === path.join("\0")) return null;
  const isClear = isWhole(own, valueAt(data, path)) && !isOfOneLocation(data, path);
  return { path, target, edits: isClear ? moves(data, path, target) : [] };
}

/** To a free place as a whole; into a map that has none of the keys, key by key. */
function moves(data: unknown, path: SpecPath, target: SpecPath): SpecEdit[] {
  if (isFree(data, target)) return [{ path, move: target }];
  const [from, to] = [valueAt(data, path), valueAt(data, target)];
  if (!isMap(from) || !isMap(to) || Object.keys(from).some((key) => Object.hasOwn(to, key))) return [];
  const keys = Object.keys(from);
  return [...keys.map((key) => ({ path: [...path, key], move: [...target, key] })), { path, remove: true }];
}

/** The cluster's config is for every location: what stands in one of several may be meant for it alone. */
function isOfOneLocation(data: unknown, [root, key]: SpecPath): boolean {
  if (root !== "spec" || key !== "locations") return false;
  const locations = valueAt(data, [root, key]);
  return Array.isArray(locations) && locations.length > 1;
}

/** The kublrAgentConfig of the master or the group that a path is in, else the cluster's. */
function configAbove(path: SpecPath): SpecPath {
  const [root, owner, index] = path;
  if (root === "spec" && owner === "master") return [root, owner, "kublrAgentConfig"];
  if (root === "spec" && owner === "nodes" && typeof index === "number")
    return [root, owner, index, "kublrAgentConfig"];
  return ["spec", "kublrAgentConfig"];
}

/** Spegel's settings may lack a level: then nobody can say what was meant. */
function isWhole(own: readonly string[], value: unknown): boolean {
  return own !== SPEGEL || (isMap(value) && Object.keys(value).every((key) => OWN_KEYS.includes(key)));
}

function isFree(data: unknown, target: SpecPath): boolean {
  if (valueAt(data, target) !== undefined) return false;
  return target.every((_, depth) => {
    const above = valueAt(data, target.slice(0, depth)) ?? null;
    return above === null || isMap(above) || Array.isArray(above);
  });
}
