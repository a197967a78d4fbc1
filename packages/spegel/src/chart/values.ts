import { chartReleases, compareReleases, isSince, knownRelease } from "../releases.js";
import { type CatalogRow, type ChartValueType, catalog, type JsonValue } from "./catalog.js";

/** One value of the chart, as one release has it. */
export interface ChartValue {
  /** Keys joined by dots, as in `spegel.mirroredRegistries`. */
  readonly path: string;
  readonly type: ChartValueType;
  readonly default: JsonValue;
  /** First and last release that list the value; `until` is null while it is still there. */
  readonly since: string;
  readonly until: string | null;
  readonly renamedTo: string | null;
  readonly renamedFrom: string | null;
  /** False when this release lists the value, but no template reads it. */
  readonly isUsed: boolean;
  readonly note: string | null;
}

export type ChartValueLookup =
  /** The release has it; or it lies inside a map that users fill freely, such as a label. */
  | { readonly kind: "present"; readonly value: ChartValue }
  /** A map with values of the chart below it, such as `spegel`. */
  | { readonly kind: "section"; readonly path: string; readonly values: readonly ChartValue[] }
  /** It came with a later release. */
  | { readonly kind: "later"; readonly value: ChartValue }
  /** It went: `value.until` is the last release, `value.renamedTo` the name it has now. */
  | { readonly kind: "gone"; readonly value: ChartValue }
  /** No release has it. `elsewhere` are this release's values of the same name at other paths. */
  | { readonly kind: "unknown"; readonly path: string; readonly elsewhere: readonly string[] };

/**
 * Every value that the chart has in a release, in the order of values.yaml's history.
 *
 * `version` is a chart release such as "0.4.0"; see knownRelease for others.
 * Source: charts/spegel/values.yaml and templates at each tag.
 */
export function chartValues(version: string): readonly ChartValue[] {
  const release = knownRelease(version);
  const values = valuesOf.get(release) ?? listValues(release);
  valuesOf.set(release, values);
  return values;
}

/** The catalog does not change, so each release's values are worked out once. */
const valuesOf = new Map<string, readonly ChartValue[]>();

function listValues(release: string): readonly ChartValue[] {
  return catalog.filter((row) => isListed(row, release)).map((row) => valueAt(row, release));
}

/**
 * What a release knows of the value at a path (keys joined by dots): that it is there, that it comes later,
 * that it went or was renamed, or that no release has it and where else one of that name is.
 */
export function findChartValue(path: string, version: string): ChartValueLookup {
  const release = knownRelease(version);
  const rows = catalog.filter((row) => row.path === path || isInsideFreeMap(path, row));
  const listed = rows.find((row) => isListed(row, release));
  if (listed !== undefined) return { kind: "present", value: valueAt(listed, release) };
  const values = chartValues(release);
  const below = values.filter((value) => value.path.startsWith(`${path}.`));
  if (below.length > 0) return { kind: "section", path, values: below };
  const later = rows.find((row) => !isSince(release, sinceOf(row)));
  if (later !== undefined) return { kind: "later", value: valueAt(later, sinceOf(later)) };
  const gone = rows.find((row) => row.until !== undefined);
  if (gone !== undefined) return { kind: "gone", value: valueAt(gone, gone.until ?? release) };
  const name = path.slice(path.lastIndexOf(".") + 1);
  const elsewhere = values.filter((value) => value.path.endsWith(`.${name}`) || value.path === name);
  return { kind: "unknown", path, elsewhere: elsewhere.map((value) => value.path) };
}

function isInsideFreeMap(path: string, row: CatalogRow): boolean {
  return row.type === "object" && path.startsWith(`${row.path}.`);
}

function isListed(row: CatalogRow, release: string): boolean {
  return (
    isSince(release, sinceOf(row)) && (row.until === undefined || compareReleases(release, row.until) <= 0)
  );
}

function sinceOf(row: CatalogRow): string {
  return Object.keys(row.defaults)[0] ?? chartReleases[0] ?? "";
}

function valueAt(row: CatalogRow, release: string): ChartValue {
  const { path, type, until = null, renamedTo = null, renamedFrom = null, note = null } = row;
  const unused = row.unusedByTemplates;
  const isUnused =
    unused !== undefined && isSince(release, unused.from) && compareReleases(release, unused.until) <= 0;
  const common = { path, type, since: sinceOf(row), until, renamedTo, renamedFrom, note };
  return { ...common, default: defaultAt(row, release), isUsed: !isUnused };
}

function defaultAt(row: CatalogRow, release: string): JsonValue {
  const held = Object.entries(row.defaults).filter(([since]) => isSince(release, since));
  return held[held.length - 1]?.[1] ?? null;
}
