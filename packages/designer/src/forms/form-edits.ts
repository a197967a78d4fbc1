import { editSpec, type ParsedSpec, valueAt } from "@lookinglass/cluster-spec";
import { CERTS_D_TEMPLATES } from "../agent/built-in-templates.js";
import { hostsTemplates } from "../agent/extensions.js";
import { HELM_VALUES, SPEGEL_ENABLED } from "../agent/spegel-state.js";
import type { SpecEdit, SpecPath } from "../analysis.js";
import { isMap } from "../plain-data.js";
import { changeMirrors } from "./mirror-edits.js";
import type { FormChange } from "./model.js";
import { chartValueFrom, MIRROR_ADD, REGISTRY_FILTERS } from "./read-forms.js";
import { readScopes, type Scope, writesHere } from "./scopes.js";

type ChangeOf<Kind extends FormChange["kind"]> = Extract<FormChange, { kind: Kind }>;

/**
 * The edits of the spec that a change of a form stands for, to be made by `editSpec`. Pure. Empty when there is
 * nothing to change: the spec has no such level, filter, override or mirror any more, or holds the value already.
 */
export function formEdits(spec: ParsedSpec, change: FormChange): readonly SpecEdit[] {
  const scope = readScopes(spec).find(({ id }) => id === change.scope);
  return scope ? scopeEdits(scope, change) : [];
}

function scopeEdits(scope: Scope, change: FormChange): readonly SpecEdit[] {
  switch (change.kind) {
    case "set-enabled":
      return setHere(scope, SPEGEL_ENABLED, change.value);
    case "set-mirror-add":
      return chartEdits(scope, [valueEdit(MIRROR_ADD, change.value)]);
    case "add-filter":
    case "set-filter":
    case "remove-filter":
    case "move-filter":
      return filterEdits(scope, change);
    case "add-override":
      return addOverride(scope, change);
    default:
      return overrideEdits(scope, change);
  }
}

function setHere(scope: Scope, path: SpecPath, value: boolean | null): SpecEdit[] {
  if (value === null && !writesHere(scope, path)) return [];
  return [valueEdit([...scope.configPath, ...path], value)];
}

function valueEdit(path: SpecPath, value: unknown): SpecEdit {
  return value === null ? { path, remove: true } : { path, value };
}

/** Edits of chart values; their paths are within helm_values. */
function chartEdits(scope: Scope, edits: readonly SpecEdit[]): SpecEdit[] {
  const place = [...scope.configPath, ...HELM_VALUES];
  const { helmValues } = scope;
  const wanted = edits.filter(
    (edit) => !("remove" in edit) || valueAt(helmValues.value, edit.path) !== undefined,
  );
  if (wanted.length === 0) return [];
  // A string is one value to Kublr: a level that inherits it writes the whole string, or it would lose the rest.
  if (helmValues.form === "string") {
    return [{ path: place, value: editSpec(helmValues.inner.text, wanted).text }];
  }
  return wanted
    .filter((edit) => !("remove" in edit) || chartValueFrom(scope, edit.path) === "here")
    .map((edit) => ({ ...edit, path: [...place, ...edit.path] }));
}

function filterEdits(
  scope: Scope,
  change: ChangeOf<"add-filter" | "set-filter" | "remove-filter" | "move-filter">,
): SpecEdit[] {
  const written = valueAt(scope.helmValues.value, REGISTRY_FILTERS) ?? [];
  if (!Array.isArray(written)) return [];
  const own = scope.helmValues.form === "string" || chartValueFrom(scope, REGISTRY_FILTERS) === "here";
  const edits = filterListEdits(written, change);
  if (own || edits.length === 0) return chartEdits(scope, edits);
  // Lists do not merge: a level that changes an inherited list writes all of it.
  return chartEdits(scope, [{ path: REGISTRY_FILTERS, value: changedList(written, change) }]);
}

type FilterChange = Parameters<typeof filterEdits>[1];

function filterListEdits(filters: readonly unknown[], change: FilterChange): SpecEdit[] {
  const at = (index: number): SpecPath => [...REGISTRY_FILTERS, index];
  switch (change.kind) {
    case "add-filter":
      if (filters.length === 0) return [{ path: REGISTRY_FILTERS, value: [change.value] }];
      return [{ path: at(filters.length), value: change.value }];
    case "set-filter":
      if (filters[change.index] === undefined || filters[change.index] === change.value) return [];
      return [{ path: at(change.index), value: change.value }];
    case "remove-filter":
      if (filters[change.index] === undefined) return [];
      return [{ path: filters.length === 1 ? REGISTRY_FILTERS : at(change.index), remove: true }];
    case "move-filter":
      if (!(change.from in filters) || !(change.to in filters)) return [];
      // Values change places rather than items: every comment stays.
      return changedList(filters, change).flatMap((value, index) =>
        value === filters[index] ? [] : [{ path: at(index), value }],
      );
  }
}

function changedList(filters: readonly unknown[], change: FilterChange): readonly unknown[] {
  switch (change.kind) {
    case "add-filter":
      return [...filters, change.value];
    case "set-filter":
      return filters.with(change.index, change.value);
    case "remove-filter":
      return filters.toSpliced(change.index, 1);
    case "move-filter":
      return filters.toSpliced(change.from, 1).toSpliced(change.to, 0, filters[change.from]);
  }
}

function addOverride(scope: Scope, { registry, content }: ChangeOf<"add-override">): SpecEdit[] {
  const extensions = valueAt(scope.config.value, ["extensions"]);
  const key = freeKey(registry, isMap(extensions) ? extensions : {});
  return [
    {
      path: [...scope.configPath, "extensions", key],
      value: { path: templatePath(registry), content },
    },
  ];
}

function templatePath(registry: string): string {
  return `${CERTS_D_TEMPLATES}${registry}/hosts.toml`;
}

/** Named like the keys of Kublr's page: containerd-great-registry-com-hosts-override. */
function freeKey(registry: string, taken: object): string {
  const slug = registry
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const name = `containerd-${slug || "registry"}-hosts-override`;
  let key = name;
  for (let suffix = 2; Object.hasOwn(taken, key); suffix++) key = `${name}-${suffix}`;
  return key;
}

type OverrideChange = ChangeOf<
  "copy-override" | "remove-override" | "rename-override" | "set-override-content" | "change-mirrors"
>;

function overrideEdits(scope: Scope, change: OverrideChange): SpecEdit[] {
  const template = hostsTemplates(scope.config).find(({ key }) => key === change.key);
  if (!template) return [];
  const place = [...scope.configPath, "extensions", change.key];
  switch (change.kind) {
    case "copy-override": {
      const path = valueAt(scope.config.value, ["extensions", change.key, "path"]);
      return [{ path: place, value: { path, content: template.content } }];
    }
    case "remove-override":
      return writesHere(scope, ["extensions", change.key]) ? [{ path: place, remove: true }] : [];
    case "rename-override":
      return [{ path: [...place, "path"], value: templatePath(change.registry) }];
    case "set-override-content":
      return contentEdit(place, template.content, change.content);
    case "change-mirrors":
      return contentEdit(place, template.content, changeMirrors(template.content, change.change));
  }
}

function contentEdit(place: SpecPath, before: string, after: string | null): SpecEdit[] {
  return after === null || after === before ? [] : [{ path: [...place, "content"], value: after }];
}
