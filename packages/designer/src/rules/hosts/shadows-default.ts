import { SPEGEL_ON_NODE } from "../../forms/mirror.js";
import type { Preview } from "../../preview.js";
import { docs } from "../docs.js";
import { isSpegelEndpoint, isSpegelPort, mirrorsOf, runningFiles } from "../node-hosts.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { templateFix } from "../templates/template-edits.js";
import { type RenderedTemplate, renderedTemplates } from "../templates/template-places.js";

export const shadowsDefault: Rule = {
  code: "hosts/shadows-default",
  severity: "info",
  when: "a per-registry file replaces `_default` entirely: its images no longer use Spegel",
  explanation:
    "containerd reads the first directory that exists for a registry and merges nothing: a file for one registry hides " +
    "_default, with all its mirrors. Name Spegel's endpoints in it as well to go on using Spegel for that registry.",
  docs: docs.containerdHosts,
  *check(preview): Iterable<Finding> {
    if (!preview.chart.chart.deployed) return;
    for (const one of renderedTemplates(preview)) {
      const { file, template, role } = one;
      const isRegistrys = file.path.endsWith("/hosts.toml") && !file.path.startsWith("_default/");
      if (!isRegistrys || !hidesSpegel(preview, one)) continue;
      const directory = file.path.slice(0, file.path.lastIndexOf("/"));
      yield {
        message: `Images of ${directory} no longer use Spegel: ${file.path} replaces _default, and has none of its endpoints.`,
        path: template.specPath,
        atKey: true,
        roles: [role.role.id],
        fixes: addSpegel(one),
      };
    }
  },
};

/** While Spegel runs, the file is read, has no endpoint of Spegel's, and _default has one. */
function hidesSpegel(preview: Preview, { role, file }: RenderedTemplate): boolean {
  const active = runningFiles(role).filter(({ state }) => state === "active");
  const isRead = active.some(({ path, origin }) => path === file.path && origin.kind === "extension");
  const fallback = active.find(({ path }) => path === "_default/hosts.toml");
  if (!isRead || !fallback || !mirrorsOf(preview, fallback.content)?.some(leadsToSpegel)) return false;
  return mirrorsOf(preview, file.content)?.some(leadsToSpegel) === false;

  function leadsToSpegel({ host }: { readonly host: string }): boolean {
    return isSpegelEndpoint(preview, host) || isSpegelPort(preview, host);
  }
}

/** Before the first table, so that the node's own Spegel is asked first. */
function addSpegel(one: RenderedTemplate): FindingFix[] {
  const { content } = one.file;
  const { url, capabilities, dialTimeout } = SPEGEL_ON_NODE;
  const listed = (capabilities ?? []).map((capability) => `'${capability}'`).join(", ");
  const table = `[host.'${url}']\ncapabilities = [${listed}]\ndial_timeout = '${dialTimeout}'\n`;
  const firstTable = content.search(/^[ \t]*\[/m);
  const at = firstTable < 0 ? content.length : firstTable;
  const gap = firstTable < 0 ? (content.endsWith("\n") ? "" : "\n") : "";
  const text = gap + table + (firstTable < 0 ? "" : "\n");
  return templateFix(one, "add-spegel", "Add the node's Spegel as the first mirror", [
    { range: { start: at, end: at }, text },
  ]);
}
