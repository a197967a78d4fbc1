import { type SpecPath, sourceOf, valueAt } from "@lookinglass/cluster-spec";
import { findChartValue } from "@lookinglass/spegel";
import { SPEGEL } from "../../agent/spegel-state.js";
import { isMap } from "../../plain-data.js";
import type { ChartPreview, RolePreview } from "../../preview.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";

export const valueOutside: Rule = {
  code: "spegel/value-outside",
  severity: "warning",
  when: "chart values beside helm_values instead of in it (`cluster.addon.spegel.registryFilters`, `….spegel.spegel`, `….spegel.values`)",
  explanation:
    "Kublr's page names two settings of cluster.addon.spegel: enabled, and helm_values, which go to the chart. Nothing is " +
    "known to pass on what stands beside them.",
  docs: docs.kublr,
  *check({ roles, chart }): Iterable<Finding> {
    for (const { config } of roles) {
      const section = valueAt(config.value, SPEGEL);
      for (const [key, value] of isMap(section) ? Object.entries(section) : []) {
        const to = placeInValues(key, value, chart.chart.version);
        const path = to && sourceOf(config, [...SPEGEL, key])?.path;
        if (!to || !path) continue;
        const target = [...path.slice(0, -1), "helm_values", ...to];
        yield {
          message: `${key} does not reach the Spegel chart: it stands beside helm_values. Its place is ${["helm_values", ...to].join(".")}.`,
          path,
          atKey: true,
          fixes: () => (isInForce(chart, path) && isFree(config, to) ? [moveTo(path, target)] : []),
        };
      }
    }
  },
};

/** Named on Kublr's page. */
const KUBLRS = ["enabled", "helm_values"];

/** Where in helm_values the chart has what a key holds; null for what may be Kublr's own. */
function placeInValues(key: string, value: unknown, version: string): readonly string[] | null {
  if (KUBLRS.includes(key)) return null;
  if (key === "values") return isMap(value) || typeof value === "string" ? [] : null;
  if (key === "spegel") return isMap(value) ? [key] : null;
  const { kind } = findChartValue(`spegel.${key}`, version);
  return !key.includes(".") && kind !== "unknown" && kind !== "section" ? ["spegel", key] : null;
}

/** Does the chart take its values from the level that has a place? */
function isInForce({ config }: ChartPreview, path: SpecPath): boolean {
  return config.layers.some((layer) => layer.path.every((key, depth) => path[depth] === key));
}

/** Is nothing there yet, and room for it? A string of YAML has none for a map's keys. */
function isFree({ value }: RolePreview["config"], to: readonly string[]): boolean {
  const place = [...SPEGEL, "helm_values", ...to];
  const above = place
    .slice(SPEGEL.length, -1)
    .map((_, depth) => valueAt(value, place.slice(0, SPEGEL.length + 1 + depth)));
  return valueAt(value, place) === undefined && above.every((one) => one === undefined || isMap(one));
}

function moveTo(path: SpecPath, target: SpecPath) {
  const place = target.slice(target.indexOf("helm_values")).join(".");
  return { name: "move", title: `Move it to ${place}`, edits: [{ path, move: target }] };
}
