import { type OffsetRange, valueAt } from "@lookinglass/cluster-spec";
import { type ConfigKey, configKey } from "../../agent/config-keys.js";
import type { ConfigLookup } from "../../agent/config-lookups.js";
import { type NearKey, nearConfigKey } from "../../agent/near-config-key.js";
import { oncePer } from "../../memoised.js";
import { isMap } from "../../plain-data.js";
import type { Preview } from "../../preview.js";
import { writesNoValue } from "./no-value-places.js";
import { type RenderedTemplate, renderedTemplates } from "./template-places.js";

/** A key that a template asks for on a node whose `.config` has it not. */
export interface ConfigQuestion {
  readonly one: RenderedTemplate;
  readonly lookup: ConfigLookup;
  /** Where it is asked, as `.config.x` or `.x`; of a function's argument the argument. */
  readonly range: OffsetRange;
  /** The key is one of an agent's, and its value is not known. */
  readonly known: ConfigKey | null;
  readonly near: NearKey | null;
  /** The file says <no value> in its place. */
  readonly isWritten: boolean;
}

/** What the templates of all roles ask in vain, but what may well be missing. */
export function* configQuestions(preview: Preview): Iterable<ConfigQuestion> {
  for (const one of renderedTemplates(preview)) yield* questionsOf(preview, one);
}

/** What one of them asks. */
export function questionsOf(preview: Preview, one: RenderedTemplate): ConfigQuestion[] {
  const asked = one.file.lookups.filter(({ isFound }) => !isFound);
  if (asked.length === 0) return [];
  const isInNoValue = writesNoValue(one);
  return asked.flatMap((lookup) => {
    if (mayBeMissing(preview, one, lookup.path)) return [];
    const { path, source, start } = lookup;
    const known = path[0] === "config" ? configKey(path.slice(1)) : null;
    const isWritten = isInNoValue(source);
    const map = valueAt({ config: one.role.templateConfig }, path.slice(0, -1));
    const near = known ? null : nearConfigKey(path, map);
    return [{ one, lookup, range: { start, end: source.end }, known, near, isWritten }];
  });
}

/**
 * A key of an element of a list, which nobody adds to; one that another role has, or another map beside the one asked;
 * one that only some nodes have.
 */
function mayBeMissing(preview: Preview, { role }: RenderedTemplate, path: ConfigLookup["path"]): boolean {
  if (path.some((segment) => typeof segment === "number")) return true;
  const known = path[0] === "config" ? configKey(path.slice(1)) : null;
  if (known) return Boolean(known.isOptional) || (known.only !== undefined && known.only !== role.role.kind);
  if (path[0] !== "config") return false;
  return isElsewhere(preview, path) || siblingHas(role.templateConfig, path.slice(1));
}

function isElsewhere(preview: Preview, path: ConfigLookup["path"]): boolean {
  const [, first = "", ...rest] = path;
  const maps = valuesOfKeys(preview).get(String(first)) ?? [];
  return maps.some((value) => valueAt(value, rest) !== undefined);
}

/** What the roles' configs have for each of their keys, each value once. */
const valuesOfKeys = oncePer(({ roles }: Preview): ReadonlyMap<string, readonly unknown[]> => {
  const values = new Map<string, Set<unknown>>();
  for (const { templateConfig } of roles) {
    for (const [key, value] of Object.entries(isMap(templateConfig) ? templateConfig : {})) {
      values.set(key, (values.get(key) ?? new Set()).add(value));
    }
  }
  return new Map([...values].map(([key, distinct]) => [key, [...distinct]]));
});

/** In a map of maps one may lack what another has. */
function siblingHas(config: unknown, path: ConfigLookup["path"]): boolean {
  if (path.length < 3) return false;
  const key = String(path.at(-1));
  const siblings: unknown = valueAt(config, path.slice(0, -2));
  return isMap(siblings) && Object.values(siblings).some((each) => isMap(each) && Object.hasOwn(each, key));
}

/** A path as templates write it. */
export function dotted(path: ConfigLookup["path"]): string {
  return `.${path.join(".")}`;
}
