import type { ParsedSpec } from "@lookinglass/cluster-spec";
import { effectiveValues, type FilterSettings, mirrorArguments } from "@lookinglass/spegel";
import { fieldKeys } from "./catalog.js";
import { chartValueOrigin, itemRanges, writtenAt } from "./chart-origins.js";
import type { ChartForm, ChartValueField } from "./model.js";
import type { Scope } from "./scopes.js";
import { strayValues } from "./stray-values.js";
import { yamlText } from "./yaml-text.js";

/**
 * The values of the Spegel chart at a level that its release in the cluster reads.
 *
 * @param groups the levels that overrule this one
 */
export function chartForm(
  spec: ParsedSpec,
  scope: Scope,
  groups: readonly Scope[],
  version: string,
): ChartForm {
  return {
    values: fieldKeys(version)
      .map((keys) => chartValueField(spec, scope, groups, keys))
      .filter(({ from, overruledBy }) => from !== "default" || overruledBy.length > 0),
    strays: strayValues(scope, version),
    serving: servingSettings(scope, version),
  };
}

function chartValueField(
  spec: ParsedSpec,
  scope: Scope,
  groups: readonly Scope[],
  keys: readonly string[],
): ChartValueField {
  const value = writtenAt(scope.helmValues.value, keys)?.value;
  return {
    keys,
    value,
    text: value === undefined ? "" : yamlText(value),
    itemRanges: itemRanges(spec, scope, keys, value),
    ...chartValueOrigin(spec, scope, groups, keys),
  };
}

/** No filter and no list depends on the node's address but by $(NODE_IP), which no registry is. */
const SOME_NODE = "192.0.2.1";

function servingSettings({ helmValues }: Scope, version: string): FilterSettings {
  const values = effectiveValues(helmValues.value, { version });
  const { registryFilters, mirroredRegistries, resolveLatestTag } = mirrorArguments(values, {
    version,
    nodeAddress: SOME_NODE,
  });
  return { registryFilters, mirroredRegistries, resolveLatestTag };
}
