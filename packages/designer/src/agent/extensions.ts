import type { EffectiveConfig } from "@lookinglass/cluster-spec";
import { sourceOf, valueAt } from "@lookinglass/cluster-spec";
import type { SpecPath } from "../analysis.js";
import { oncePer } from "../memoised.js";
import { isMap, type PlainMap } from "../plain-data.js";
import { CERTS_D_TEMPLATES } from "./built-in-templates.js";

/** An entry of `extensions` whose template lands under /etc/containerd/certs.d. */
export interface HostsTemplate {
  /** Key in `extensions`. */
  readonly key: string;
  /** Where the node's file goes, relative to certs.d and normalised: "_default/hosts.toml". */
  readonly target: string;
  readonly content: string;
  /** Places in the spec; content and path may come from different levels. */
  readonly specPath: SpecPath;
  readonly pathPath: SpecPath;
  readonly contentPath: SpecPath;
}

/** The entries of `extensions`, whatever they are; none where it is no map. */
export function extensionsOf({ value }: Pick<EffectiveConfig, "value">): PlainMap {
  const extensions = valueAt(value, ["extensions"]);
  return isMap(extensions) ? extensions : {};
}

/**
 * The certs.d templates of an effective config, in the order in which the agent applies them.
 *
 * Source: Kublr's page, "this key name can be anything, multiple keys will be applied in alphanumerical order".
 * Entries whose path or content is not a string are left out (spec/type reports them).
 */
export const hostsTemplates = oncePer((config: EffectiveConfig): readonly HostsTemplate[] => {
  const extensions = extensionsOf(config);
  return Object.keys(extensions)
    .sort()
    .flatMap((key) => hostsTemplate(config, key, extensions[key]) ?? []);
});

/** How many there are, or a few more: of some the path leads out of certs.d again. */
export const countHostsTemplates = oncePer((config: EffectiveConfig): number => {
  const isOne = (extension: unknown) =>
    isMap(extension) && typeof extension.path === "string" && extension.path.startsWith(CERTS_D_TEMPLATES);
  return Object.values(extensionsOf(config)).filter(isOne).length;
});

function hostsTemplate(config: EffectiveConfig, key: string, extension: unknown): HostsTemplate | null {
  if (!isMap(extension)) return null;
  const { path, content } = extension;
  if (typeof path !== "string" || typeof content !== "string") return null;
  const target = certsDTarget(path);
  if (target === null) return null;
  const place = (...rest: string[]): SpecPath => sourceOf(config, ["extensions", key, ...rest])?.path ?? [];
  return {
    key,
    target,
    content,
    specPath: place(),
    pathPath: place("path"),
    contentPath: place("content"),
  };
}

/** Path below certs.d of a template path, or null when it lands elsewhere on the node. */
export function certsDTarget(path: string): string | null {
  if (!path.startsWith(CERTS_D_TEMPLATES)) return null;
  const parts: string[] = [];
  for (const part of path.slice(CERTS_D_TEMPLATES.length).split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.length > 0 ? parts.join("/") : null;
}

/** Of several templates for one file the last applied wins: target -> template. */
export function winningTemplates(templates: readonly HostsTemplate[]): ReadonlyMap<string, HostsTemplate> {
  return new Map(templates.map((template) => [template.target, template]));
}
