import { type ParsedSpec, valueAt } from "@lookinglass/cluster-spec";
import { type HostsTemplate, hostsTemplates, winningTemplates } from "../agent/extensions.js";
import { HELM_VALUES, SPEGEL_ENABLED } from "../agent/spegel-state.js";
import type { SpecPath } from "../analysis.js";
import { isMap } from "../plain-data.js";
import { parseHosts } from "./hosts-document.js";
import type {
  FieldOrigin,
  FiltersField,
  FormField,
  FormModel,
  HelmValuesForm,
  OverrideForm,
  ScopeForm,
} from "./model.js";
import { originOf, readScopes, type Scope } from "./scopes.js";

/** Places of the chart values that have a form of their own. */
export const MIRROR_ADD: SpecPath = ["spegel", "containerdMirrorAdd"];
export const REGISTRY_FILTERS: SpecPath = ["spegel", "registryFilters"];

/**
 * What the forms show of a spec: the values in force at the cluster's level and for every named group, with where
 * each comes from. Pure; any spec gives an answer.
 */
export function readForms(spec: ParsedSpec): FormModel {
  const scopes = readScopes(spec);
  return { scopes: scopes.map((scope) => scopeForm(scope, scopes)) };
}

function scopeForm(scope: Scope, scopes: readonly Scope[]): ScopeForm {
  const groups = scope.id === "cluster" ? scopes.filter(({ id }) => id !== "cluster") : [];
  return {
    id: scope.id,
    kind: scope.kind,
    title: scope.title,
    spegelEnabled: enabledField(scope, groups),
    helmValues: helmValuesField(scope, groups),
    mirrorAdd: mirrorAddField(scope, groups),
    filters: filtersField(scope, groups),
    overrides: overrideForms(scope),
  };
}

function enabledField(scope: Scope, groups: readonly Scope[]): FormField<boolean> {
  const written = valueAt(scope.config.value, SPEGEL_ENABLED);
  return {
    value: written === undefined ? true : Boolean(written),
    from: originOf(scope, SPEGEL_ENABLED),
    path: [...scope.configPath, ...SPEGEL_ENABLED],
    overruledBy: titlesWriting(groups, (group) => originOf(group, SPEGEL_ENABLED)),
  };
}

function helmValuesField(scope: Scope, groups: readonly Scope[]): FormField<HelmValuesForm> {
  return {
    value: helmValuesForm(scope),
    from: originOf(scope, HELM_VALUES),
    path: [...scope.configPath, ...HELM_VALUES],
    overruledBy: titlesWriting(groups, (group) => originOf(group, HELM_VALUES)),
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

function mirrorAddField(scope: Scope, groups: readonly Scope[]): FormField<boolean> {
  return {
    value: valueAt(scope.helmValues.value, MIRROR_ADD) !== false,
    ...chartValueOrigin(scope, groups, MIRROR_ADD),
  };
}

function filtersField(scope: Scope, groups: readonly Scope[]): FiltersField {
  const written = valueAt(scope.helmValues.value, REGISTRY_FILTERS) ?? [];
  const editable = Array.isArray(written) && written.every((filter) => typeof filter === "string");
  return {
    value: editable ? written : [],
    editable,
    ...chartValueOrigin(scope, groups, REGISTRY_FILTERS),
  };
}

function chartValueOrigin(scope: Scope, groups: readonly Scope[], path: SpecPath) {
  return {
    from: chartValueFrom(scope, path),
    path: [...scope.configPath, ...HELM_VALUES, ...(scope.helmValues.form === "string" ? [] : path)],
    overruledBy: titlesWriting(groups, (group) => chartValueFrom(group, path)),
  };
}

/** Which level writes a chart value; one inside a YAML string comes from the level of the string. */
export function chartValueFrom(scope: Scope, path: SpecPath): FieldOrigin {
  if (valueAt(scope.helmValues.value, path) === undefined) return "default";
  return originOf(scope, scope.helmValues.form === "string" ? HELM_VALUES : [...HELM_VALUES, ...path]);
}

function titlesWriting(groups: readonly Scope[], from: (group: Scope) => FieldOrigin): string[] {
  return groups.filter((group) => from(group) === "here").map(({ title }) => title);
}

function overrideForms(scope: Scope): OverrideForm[] {
  const templates = hostsTemplates(scope.config);
  const winners = winningTemplates(templates);
  return templates.map((template) => overrideForm(scope, template, winners.get(template.target)?.key));
}

function overrideForm(scope: Scope, template: HostsTemplate, winner: string | undefined): OverrideForm {
  const { key, target, content, specPath } = template;
  const parsed = parseHosts(content);
  return {
    key,
    from: originOf(scope, ["extensions", key]) === "here" ? "here" : "cluster",
    registry: /^([^/]+)\/hosts\.toml$/.exec(target)?.[1] ?? null,
    target,
    content,
    hosts: parsed.ok ? parsed.content : { form: "raw", reason: parsed.reason },
    shadowedBy: winner === undefined || winner === key ? null : winner,
    path: specPath,
  };
}
