import type { CatalogValue, ChartCatalog, ChartValueField, ScopeForm } from "@lookinglass/designer";

/** A value of the chart as the form shows it. */
export interface ChartEntry {
  readonly value: CatalogValue;
  readonly field: ChartValueField;
}

/** The first of these values that the release has: values were renamed. Null when it has none of them. */
export function chartEntry(
  catalog: ChartCatalog,
  scope: ScopeForm,
  ...paths: readonly string[]
): ChartEntry | null {
  const value = catalog.values.find(({ path }) => paths.includes(path));
  return value ? { value, field: chartField(scope, value.path.split(".")) } : null;
}

/** The field at a place of the chart's values; one that nobody writes has the default. */
export function chartField({ chart, helmValues }: ScopeForm, keys: readonly string[]): ChartValueField {
  const name = keys.join(".");
  const written = chart?.values.find((field) => field.keys.join(".") === name);
  if (written) return written;
  return {
    keys,
    value: undefined,
    text: "",
    from: "default",
    fallback: "default",
    path: [...helmValues.path, ...keys],
    writtenPath: null,
    range: null,
    itemRanges: [],
    overruledBy: [],
  };
}

/** True or false; null: what is written is neither, and nobody claims that one of them is in force. */
export function switchOf(value: unknown): boolean | null {
  return typeof value === "boolean" ? value : null;
}

/** Every value of the release, those first that are written. */
export function chartEntries(catalog: ChartCatalog, scope: ScopeForm): readonly ChartEntry[] {
  const all = catalog.values.map((value) => ({ value, field: chartField(scope, value.path.split(".")) }));
  const isWritten = ({ field }: ChartEntry) => field.from !== "default" || field.overruledBy.length > 0;
  return [...all.filter(isWritten), ...all.filter((entry) => !isWritten(entry))];
}

/** Does every word of a search stand in the value's path or note? */
export function matches({ value }: ChartEntry, search: string): boolean {
  const text = `${value.path} ${value.note ?? ""}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
