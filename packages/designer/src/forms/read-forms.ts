import { type ParsedSpec, valueAt } from "@lookinglass/cluster-spec";
import { HELM_VALUES, SPEGEL_ENABLED } from "../agent/spegel-state.js";
import type { SpecPath } from "../analysis.js";
import { isMap } from "../plain-data.js";
import { DEFAULT_SPEGEL_VERSION } from "../settings.js";
import { chartCatalog } from "./catalog.js";
import { chartForm } from "./chart-form.js";
import { chartValueOrigin, itemRanges, writtenAt } from "./chart-origins.js";
import type { FiltersField, FormField, FormModel, HelmValuesForm, ScopeForm, SwitchField } from "./model.js";
import { overrideReader } from "./read-overrides.js";
import { hasValue, originOf, readScopes, type Scope, writesHere, writtenPath } from "./scopes.js";
import { yamlText } from "./yaml-text.js";

/** Places of the chart values that have a form of their own. */
const MIRROR_ADD = ["spegel", "containerdMirrorAdd"];
const REGISTRY_FILTERS = ["spegel", "registryFilters"];

/**
 * What the forms show of a spec: the values in force at the cluster's level and for every named group, with where
 * each comes from. Pure; any spec gives an answer.
 *
 * @param spegelVersion chart release whose values are offered
 */
export function readForms(spec: ParsedSpec, spegelVersion: string = DEFAULT_SPEGEL_VERSION): FormModel {
  const scopes = readScopes(spec);
  const readOverrides = overrideReader(spec, scopes);
  return {
    scopes: scopes.map((scope) => ({
      ...scopeForm(spec, scope, scopes, spegelVersion),
      overrides: readOverrides(scope),
    })),
    catalog: chartCatalog(spegelVersion),
  };
}

function scopeForm(
  spec: ParsedSpec,
  scope: Scope,
  scopes: readonly Scope[],
  spegelVersion: string,
): Omit<ScopeForm, "overrides"> {
  const groups = scope.id === "cluster" ? scopes.filter(({ id }) => id !== "cluster") : [];
  return {
    id: scope.id,
    kind: scope.kind,
    title: scope.title,
    spegelEnabled: enabledField(scope, groups),
    helmValues: helmValuesField(scope, groups),
    mirrorAdd: mirrorAddField(spec, scope, groups),
    filters: filtersField(spec, scope, groups),
    chart: scope.kind === "worker" ? null : chartForm(spec, scope, groups, spegelVersion),
  };
}

function enabledField(scope: Scope, groups: readonly Scope[]): SwitchField {
  const written = valueAt(scope.config.value, SPEGEL_ENABLED);
  return {
    value: written === undefined ? true : Boolean(written),
    wrong: wrongSwitch(written),
    ...configOrigin(scope, groups, SPEGEL_ENABLED),
  };
}

/** Null takes a default away: that is no wrong value. */
function wrongSwitch(written: unknown): string | null {
  const isRight = written === undefined || written === null || typeof written === "boolean";
  return isRight ? null : yamlText(written);
}

function helmValuesField(scope: Scope, groups: readonly Scope[]): FormField<HelmValuesForm> {
  return { value: helmValuesForm(scope), ...configOrigin(scope, groups, HELM_VALUES) };
}

/** All of a field of the agent config but its value. */
function configOrigin(
  scope: Scope,
  groups: readonly Scope[],
  path: SpecPath,
): Omit<FormField<unknown>, "value"> {
  const cluster = scope.config.layers.find(({ kind }) => kind === "cluster");
  const inherits = scope.kind !== "cluster" && cluster !== undefined && hasValue(cluster.value, path);
  const from = originOf(scope, path);
  return {
    from,
    writtenPath: writtenPath(scope, from, path),
    fallback: inherits ? "cluster" : "default",
    path: [...scope.configPath, ...path],
    range: null,
    overruledBy: groups.filter((group) => writesHere(group, path)).map(({ title }) => title),
  };
}

function helmValuesForm({ helmValues }: Scope): HelmValuesForm {
  if (helmValues.form === "absent") return "absent";
  if (helmValues.form === "map") return isMap(helmValues.value) ? "map" : "unreadable";
  const { inner, value } = helmValues;
  const empty = value === undefined || value === null;
  const broken = inner.problems.some(({ code }) => code === "spec/syntax");
  return broken || !(empty || isMap(value)) ? "unreadable" : "string";
}

function mirrorAddField(spec: ParsedSpec, scope: Scope, groups: readonly Scope[]): SwitchField {
  const written = writtenAt(scope.helmValues.value, MIRROR_ADD);
  // As a Go template counts it: null deletes the default, and what is missing is false.
  return {
    value: written === undefined || Boolean(written.value),
    wrong: wrongSwitch(written?.value),
    ...chartValueOrigin(spec, scope, groups, MIRROR_ADD),
  };
}

function filtersField(spec: ParsedSpec, scope: Scope, groups: readonly Scope[]): FiltersField {
  const written = valueAt(scope.helmValues.value, REGISTRY_FILTERS) ?? [];
  const editable = Array.isArray(written) && written.every((filter) => typeof filter === "string");
  return {
    value: editable ? written : [],
    editable,
    itemRanges: itemRanges(spec, scope, REGISTRY_FILTERS, written),
    ...chartValueOrigin(spec, scope, groups, REGISTRY_FILTERS),
  };
}
