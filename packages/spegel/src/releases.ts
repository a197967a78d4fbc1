/** Every chart release whose behaviour is known, oldest first. A new release is one more entry here. */
export const chartReleases: readonly string[] = [
  ...Array.from({ length: 28 }, (_, patch) => `0.0.${patch + 3}`),
  ...["0.1.0", "0.1.1", "0.2.0", "0.3.0", "0.4.0", "0.5.0", "0.5.1", "0.6.0"],
  ...["0.7.0", "0.7.1", "0.7.2", "0.7.3", "0.7.4"],
];

/** The newest chart release known. */
export const latestRelease: string = chartReleases[chartReleases.length - 1] ?? "";

const places: ReadonlyMap<string, number> = new Map(chartReleases.map((release, place) => [release, place]));

/** Orders two releases such as "0.0.9" and "0.0.10" by their numbers: negative when `a` is the older one. */
export function compareReleases(a: string, b: string): number {
  const [placeOfA, placeOfB] = [places.get(a), places.get(b)];
  if (placeOfA !== undefined && placeOfB !== undefined) return placeOfA - placeOfB;
  const left = releaseNumbers(a);
  const right = releaseNumbers(b);
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** True when `release` is `since` or newer. */
export function isSince(release: string, since: string): boolean {
  return compareReleases(release, since) >= 0;
}

/**
 * The known release that speaks for `version`: itself, or the newest one before it (behaviour changes only
 * at releases, so "0.8.0" behaves like the latest). What is older than all gets the oldest; what is no
 * version at all gets the latest. A leading "v", as in Spegel's tags, is accepted.
 */
export function knownRelease(version: string | undefined): string {
  if (version !== undefined && places.has(version)) return version;
  if (version === undefined || !/^v?\d+\.\d+(\.\d+)?/.test(version)) return latestRelease;
  const notNewer = chartReleases.filter((release) => compareReleases(release, version) <= 0);
  return notNewer[notNewer.length - 1] ?? chartReleases[0] ?? latestRelease;
}

function releaseNumbers(version: string): number[] {
  return version
    .replace(/^v/, "")
    .split(".", 3)
    .map((part) => Number.parseInt(part, 10) || 0);
}
