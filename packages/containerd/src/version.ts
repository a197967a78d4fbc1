import { containerdReleases, type FactName, type ReleaseFact, releaseFacts } from "./releases.js";

/** Major, minor and patch number. */
export type Version = readonly [major: number, minor: number, patch: number];

const NEWEST: ReadonlyMap<string, string> = new Map(Object.entries(containerdReleases.newest));
const FACTS: ReadonlyMap<FactName, ReleaseFact> = new Map(releaseFacts.map((fact) => [fact.field, fact]));

/**
 * Reads a containerd version: `2.1.9`, `v1.7.20`, `1.6.20~ds1`, or a bare minor, which stands for the
 * newest release of its line (`1.7` is 1.7.34).
 * @returns null when the text is no version
 */
export function parseVersion(text: string): Version | null {
  const match = /^v?(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?(?![\d.])/.exec(text.trim());
  if (match === null) return null;
  const [, major = "", minor = "", patch] = match;
  if (patch !== undefined) return [Number(major), Number(minor), Number(patch)];
  const newest = NEWEST.get(`${Number(major)}.${Number(minor)}`);
  return newest === undefined ? [Number(major), Number(minor), 0] : parseVersion(newest);
}

/** Whether a release has a field or behaves in a way; see releases.ts. */
export function holds(fact: FactName, version: Version): boolean {
  const row = FACTS.get(fact);
  if (row === undefined) return false;
  if (row.since === null) return true;
  if (row.until !== undefined && !isBefore(version, row.until)) return false;
  if (!isBefore(version, row.since)) return true;
  return (row.backports ?? []).some(
    (backport) => isSameLine(version, backport) && !isBefore(version, backport),
  );
}

function isBefore(version: Version, release: string): boolean {
  const other = parseVersion(release) ?? [0, 0, 0];
  const differing = [0, 1, 2].find((index) => version[index] !== other[index]);
  return differing !== undefined && (version[differing] ?? 0) < (other[differing] ?? 0);
}

function isSameLine(version: Version, release: string): boolean {
  const other = parseVersion(release);
  return other !== null && version[0] === other[0] && version[1] === other[1];
}

/** Whether `version` options take a text: `2.1.9`, `v2.1.9`, or a bare minor such as `2.1`. */
export function isContainerdVersion(text: string): boolean {
  return parseVersion(text) !== null;
}

/** Whether a release, as `version` options take it, reads a field of hosts.toml. */
export function readsHostsField(field: FactName, version: string): boolean {
  const parsed = parseVersion(version);
  return parsed !== null && holds(field, parsed);
}
