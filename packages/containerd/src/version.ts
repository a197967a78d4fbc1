import { containerdReleases, type FactName, type ReleaseFact, releaseFacts } from "./releases.js";

/** Major, minor and patch number. */
export type Version = readonly [major: number, minor: number, patch: number];

const NEWEST: ReadonlyMap<string, string> = new Map(Object.entries(containerdReleases.newest));

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

/** The releases in which a fact holds. */
interface Releases {
  readonly since: Version | null;
  readonly until: Version | null;
  readonly backports: readonly Version[];
}

/** Every host of every file asks for several: their releases are read once. */
const FACTS: ReadonlyMap<FactName, Releases> = new Map(
  releaseFacts.map((fact: ReleaseFact & { field: FactName }) => [fact.field, releasesOf(fact)]),
);

function releasesOf({ since, until, backports = [] }: ReleaseFact): Releases {
  const read = (release: string): Version => parseVersion(release) ?? [0, 0, 0];
  return {
    since: since === null ? null : read(since),
    until: until === undefined ? null : read(until),
    backports: backports.map(read),
  };
}

/** Whether a release has a field or behaves in a way; see releases.ts. */
export function holds(fact: FactName, version: Version): boolean {
  const releases = FACTS.get(fact);
  if (releases === undefined) return false;
  const { since, until, backports } = releases;
  if (since === null) return true;
  if (until !== null && !isBefore(version, until)) return false;
  if (!isBefore(version, since)) return true;
  return backports.some((backport) => isSameLine(version, backport) && !isBefore(version, backport));
}

function isBefore([major, minor, patch]: Version, other: Version): boolean {
  return (major - other[0] || minor - other[1] || patch - other[2]) < 0;
}

function isSameLine([major, minor]: Version, other: Version): boolean {
  return major === other[0] && minor === other[1];
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
