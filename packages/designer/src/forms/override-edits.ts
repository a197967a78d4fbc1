import { valueAt } from "@lookinglass/cluster-spec";
import { CERTS_D_TEMPLATES } from "../agent/built-in-templates.js";
import { hostsTemplates } from "../agent/extensions.js";
import type { SpecEdit, SpecPath } from "../analysis.js";
import { isMap } from "../plain-data.js";
import { SPEGEL_ON_NODE, writtenFor } from "./mirror.js";
import { changeMirrors, hostsContent } from "./mirror-edits.js";
import type { FormChange } from "./model.js";
import { type Scope, writesHere } from "./scopes.js";

type ChangeOf<Kind extends FormChange["kind"]> = Extract<FormChange, { kind: Kind }>;

/** The edit that adds an override; none where the level has one for the registry already. */
export function addOverride(
  scope: Scope,
  { registry, mirrors }: ChangeOf<"add-override">,
  containerdVersion: string,
): readonly SpecEdit[] {
  const path = templatePath(registry);
  if (hostsTemplates(scope.config).some(({ target }) => CERTS_D_TEMPLATES + target === path)) return [];
  const extensions = valueAt(scope.config.value, ["extensions"]);
  const key = freeKey(registry, isMap(extensions) ? extensions : {});
  const content = mirrors === "spegel" ? hostsContent([writtenFor(SPEGEL_ON_NODE, containerdVersion)]) : "";
  return [{ path: [...scope.configPath, "extensions", key], value: { path, content } }];
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
  | "copy-override"
  | "empty-override"
  | "remove-override"
  | "rename-override"
  | "set-override-content"
  | "change-mirrors"
>;

/** The edits that a change of one override comes to. */
export function overrideEdits(
  scope: Scope,
  change: OverrideChange,
  containerdVersion: string,
): readonly SpecEdit[] {
  const template = hostsTemplates(scope.config).find(({ key }) => key === change.key);
  if (!template) return [];
  const place = [...scope.configPath, "extensions", change.key];
  const path = valueAt(scope.config.value, ["extensions", change.key, "path"]);
  switch (change.kind) {
    case "copy-override":
      return [{ path: place, value: { path, content: template.content } }];
    case "empty-override":
      return [{ path: place, value: { path, content: "" } }];
    case "remove-override":
      return writesHere(scope, ["extensions", change.key]) ? [{ path: place, remove: true }] : [];
    case "rename-override":
      return [{ path: [...place, "path"], value: templatePath(change.registry) }];
    case "set-override-content":
      return contentEdit(place, template.content, change.content);
    case "change-mirrors":
      return contentEdit(
        place,
        template.content,
        changeMirrors(template.content, change.change, containerdVersion),
      );
  }
}

function contentEdit(place: SpecPath, before: string, after: string | null): SpecEdit[] {
  return after === null || after === before ? [] : [{ path: [...place, "content"], value: after }];
}
