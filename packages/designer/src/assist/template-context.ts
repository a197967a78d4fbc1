import type { SpecPath } from "@lookinglass/cluster-spec";
import type { Settings } from "../analysis.js";
import type { Preview, RolePreview } from "../preview.js";
import { previewSpec } from "../preview-spec.js";
import { resolveSettings } from "../settings.js";
import type { Focus } from "./focus.js";
import type { TemplateContext, TemplateData } from "./template-assist.js";

/** What a template of a spec is rendered with, on the first node of the role that it belongs to. */
export function templateContext(
  text: string,
  focus: Extract<Focus, { language: "template" }>,
  settings: Settings,
): TemplateContext {
  const { inner, path, isHostsFile } = focus;
  return {
    source: inner.text,
    offset: inner.offset,
    isHostsFile,
    data: () => templateData(text, path, settings),
    functions: settings.templateFunctions ?? "go",
    containerdVersion: resolveSettings(settings, null).containerdVersion,
  };
}

const EMPTY_CLUSTER = "kind: Cluster\nspec: {}\n";

/** A text that does not parse has no roles; then the facts of a node have to do. What templates give is not asked. */
function templateData(text: string, path: SpecPath, settings: Settings): TemplateData {
  const preview = (specText: string) => previewSpec({ sprig: null }, specText, settings);
  const role = roleOf(preview(text), path) ?? preview(EMPTY_CLUSTER).roles[0];
  return { value: { config: role?.templateConfig }, node: role?.nodes[0]?.name ?? "node" };
}

/** The role in whose config a path lies; a path of the whole cluster belongs to the first one. */
function roleOf({ roles }: Preview, path: SpecPath): RolePreview | undefined {
  const own = roles.find(({ role }) => role.configPath.every((segment, index) => path[index] === segment));
  return own ?? roles[0];
}
