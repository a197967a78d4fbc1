import { chartValues } from "@lookinglass/spegel";
import { memoised } from "../memoised.js";
import { CHOICES } from "../spegel/value-choices.js";
import type { CatalogValue, ChartCatalog } from "./model.js";
import { yamlText } from "./yaml-text.js";

/** The chart's values in a release, with their defaults as YAML. The catalog never changes. */
export const chartCatalog: (version: string) => ChartCatalog = memoised((version) => ({
  release: version,
  values: chartValues(version).map(
    (value): CatalogValue => ({
      ...value,
      defaultText: yamlText(value.default),
      choices: CHOICES.get(value.path) ?? [],
    }),
  ),
}));

/** Places inside the free map `resources` that have fields of their own. Source: Kubernetes' ResourceRequirements. */
const RESOURCE_KEYS = ["requests", "limits"].flatMap((kind) =>
  ["memory", "cpu"].map((resource) => ["resources", kind, resource]),
);

/** Keys of every place that has a field in a release. */
export const fieldKeys: (version: string) => readonly (readonly string[])[] = memoised((version) => [
  ...chartValues(version).map(({ path }) => path.split(".")),
  ...RESOURCE_KEYS,
]);
