import { fieldValue, splitMirror } from "./hosts-content.js";
import type { HostsLine } from "./hosts-lines.js";
import { MIRROR_KEYS, type Mirror } from "./mirror.js";
import { isApiRoot } from "./mirror-url.js";

/** A new URL with what its path asks for: override_path comes with the root of an API, and goes with it. */
export function withPathKept(lines: readonly HostsLine[], set: Partial<Mirror>): Partial<Mirror> {
  const { url, overridePath } = set;
  if (url === undefined || overridePath !== undefined) return set;
  const { own } = splitMirror(lines);
  const key = MIRROR_KEYS.overridePath;
  if (own.some((line) => line.kind === "kept" && line.keys.includes(key))) return set;
  const written = fieldValue(own, key);
  const was = own.some((line) => line.kind === "host" && isApiRoot(line.url));
  if (!was && isApiRoot(url) && written === null) return { ...set, overridePath: true };
  if (was && !isApiRoot(url) && written === true) return { ...set, overridePath: null };
  return set;
}
