import { type ParsedSpec, type SpecEdit, valueAt } from "@lookinglass/cluster-spec";
import { CERTS_D_TEMPLATES } from "../agent/built-in-templates.js";
import { hostsTemplates } from "../agent/extensions.js";
import { HELM_VALUES, SPEGEL_ENABLED } from "../agent/spegel-state.js";
import type { SpecPath } from "../analysis.js";
import { isMap } from "../plain-data.js";
import { chartEdits, removeHere } from "./chart-edits.js";
import { changeMirrors } from "./mirror-edits.js";
import type { FormChange } from "./model.js";
import { readScopes, type Scope, writesHere } from "./scopes.js";

type ChangeOf<Kind extends FormChange["kind"]> = Extract<FormChange, { kind: Kind }>;

/**
 * The edits of the spec that a change of a form stands for, to be made by `editSpec`. Pure. Empty when there is
 * nothing to change: the spec has no such level, filter, override or mirror any more, or holds the value already.
 */
export function formEdits(spec: ParsedSpec, change: FormChange): readonly SpecEdit[] {
  const scope = readScopes(spec).find(({ id }) => id === change.scope);
  return scope ? scopeEdits(spec, scope, change) : [];
}

function scopeEdits(spec: ParsedSpec, scope: Scope, change: FormChange): readonly SpecEdit[] {
  switch (change.kind) {
    case "set-enabled":
      if (change.value === null) return removeHere(spec, scope, SPEGEL_ENABLED);
      return [{ path: [...scope.configPath, ...SPEGEL_ENABLED], value: change.value }];
    case "remove-helm-values":
      return removeHere(spec, scope, HELM_VALUES);
    case "set-chart-value":
    case "unset-chart-value":
    case "change-list":
    case "move-chart-value":
      return chartEdits(spec, scope, change);
    case "add-override":
      return addOverride(scope, change);
    default:
      return overrideEdits(scope, change);
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
