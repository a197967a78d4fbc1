import type { ExecuteResult } from "@lookinglass/go-template";
import type { FileOrigin } from "../analysis.js";
import { DEFAULT_HOSTS_FILE, DEFAULT_HOSTS_TEMPLATE } from "./built-in-templates.js";
import type { ConfigLookup } from "./config-lookups.js";
import type { HostsTemplate } from "./extensions.js";
import { winningTemplates } from "./extensions.js";
import type { NodeValues } from "./template-config.js";
import type { Rendering, TemplateRenderer } from "./template-renderer.js";
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
  /** What the template asked of its data in vain, and what only we have. */
  readonly lookups: readonly ConfigLookup[];
}

/**
 * The certs.d files that the Kublr agent writes on one node, sorted by path.
 *
 * Source: Kublr's page: a built-in template for `_default/hosts.toml`, overridden by extensions; empty content means
 * that the file is not generated, content that renders to nothing an empty file.
 *
 * @param templates the role's certs.d templates, in the order in which they apply
 * @param values what they are rendered with
 */
export function bootstrapFiles(
  templates: readonly HostsTemplate[],
  values: NodeValues,
  agentVersion: string,
  make: FileMaker,
): BootstrapFile[] {
  const winners = new Map<string, HostsTemplate | null>(winningTemplates(templates));
  if (integratesSpegel(agentVersion) && !winners.has(DEFAULT_HOSTS_FILE))
    winners.set(DEFAULT_HOSTS_FILE, null);
  return [...winners]
    .map(([path, template]) => make(path, template, values))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Makes the file of a template, the agent's own for null, on a node with these values. */
export type FileMaker = (path: string, template: HostsTemplate | null, values: NodeValues) => BootstrapFile;

/** A maker that gives one file to all nodes that get the same of a template. */
export function fileMaker(render: TemplateRenderer): FileMaker {
  const shared = new Map<HostsTemplate, BootstrapFile>();
  return (path, template, { config, masters }) => {
    const known = template && shared.get(template);
    if (known) return known;
    const rendering = template ? renderOwn(render, template, config) : renderBuiltIn(render, config, masters);
    const file = bootstrapFile(path, template, rendering);
    if (template && rendering?.isConstant !== false) shared.set(template, file);
    return file;
  };
}

function renderOwn(render: TemplateRenderer, { content }: HostsTemplate, config: unknown): Rendering | null {
  return content === "" ? null : render(content, config);
}

function renderBuiltIn(render: TemplateRenderer, config: unknown, masters: readonly string[]): Rendering {
  return render(DEFAULT_HOSTS_TEMPLATE, config, { masters });
}

function bootstrapFile(
  path: string,
  template: HostsTemplate | null,
  rendering: Rendering | null,
): BootstrapFile {
  const rendered = rendering?.result ?? null;
  const lookups = template && rendering ? rendering.lookups : [];
  const origin: FileOrigin = template
    ? { kind: "extension", key: template.key, path: template.specPath }
    : { kind: "kublr" };
  const content = rendered?.ok ? rendered.output : "";
  return { path, content, generated: rendered?.ok ?? false, origin, template, rendered, lookups };
}
