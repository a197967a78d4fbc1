import type { ExecuteResult } from "@lookinglass/go-template";
import type { FileOrigin } from "../analysis.js";
import { DEFAULT_HOSTS_FILE, DEFAULT_HOSTS_TEMPLATE } from "./built-in-templates.js";
import type { HostsTemplate } from "./extensions.js";
import { winningTemplates } from "./extensions.js";
import type { TemplateRenderer } from "./template-renderer.js";
import { integratesSpegel } from "./versions.js";

/** A file that the agent writes under certs.d, or does not write because its template is empty or fails. */
export interface BootstrapFile {
  /** Relative to certs.d. */
  readonly path: string;
  readonly content: string;
  readonly generated: boolean;
  readonly origin: FileOrigin;
  /** The extension behind it; null for the agent's built-in template. */
  readonly template: HostsTemplate | null;
  /** null when the template is empty, so that nothing is rendered. */
  readonly rendered: ExecuteResult | null;
}

/**
 * The certs.d files that the Kublr agent writes on one node, sorted by path.
 *
 * Source: Kublr's page: a built-in template for `_default/hosts.toml`, overridden by extensions; empty content means
 * that the file is not generated, content that renders to nothing an empty file.
 *
 * @param templates the role's certs.d templates, in the order in which they apply
 * @param config what templates see as `.config`
 */
export function bootstrapFiles(
  templates: readonly HostsTemplate[],
  config: unknown,
  agentVersion: string,
  make: FileMaker,
): BootstrapFile[] {
  const winners = new Map<string, HostsTemplate | null>(winningTemplates(templates));
  if (integratesSpegel(agentVersion) && !winners.has(DEFAULT_HOSTS_FILE))
    winners.set(DEFAULT_HOSTS_FILE, null);
  return [...winners]
    .map(([path, template]) => make(path, template, config))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Makes the file of a template, the agent's own for null, on a node with this `.config`. */
export type FileMaker = (path: string, template: HostsTemplate | null, config: unknown) => BootstrapFile;

/** A maker that gives one file to all nodes that get the same of a template. */
export function fileMaker(render: TemplateRenderer): FileMaker {
  const shared = new Map<HostsTemplate, BootstrapFile>();
  return (path, template, config) => {
    const known = template && shared.get(template);
    if (known) return known;
    const source = template ? template.content : DEFAULT_HOSTS_TEMPLATE;
    const rendering = source === "" ? null : render(source, config);
    const file = bootstrapFile(path, template, rendering?.result ?? null);
    if (template && rendering?.isConstant !== false) shared.set(template, file);
    return file;
  };
}

function bootstrapFile(
  path: string,
  template: HostsTemplate | null,
  rendered: ExecuteResult | null,
): BootstrapFile {
  const origin: FileOrigin = template
    ? { kind: "extension", key: template.key, path: template.specPath }
    : { kind: "kublr" };
  const content = rendered?.ok ? rendered.output : "";
  return { path, content, generated: rendered?.ok ?? false, origin, template, rendered };
}
