import { SPEGEL_ON_NODE, writtenFor } from "../../forms/mirror.js";
import { oncePer } from "../../memoised.js";
import type { Preview, RolePreview } from "../../preview.js";
import { docs } from "../docs.js";
import { isSpegelEndpoint, isSpegelPort, mirrorsOf, runningFiles } from "../node-hosts.js";
import { directoryFault, registryOf } from "../registry-directory.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import type { RuleInput } from "../rule-input.js";
import { oneOfEach, type Rendering, renderingsOf } from "../template/renderings.js";
import type { OutputChange } from "../template/template-edits.js";
import { templateFix } from "../template/template-fix.js";
import { type RenderedTemplate, templatesOf } from "../template/template-places.js";

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
    for (const role of preview.roles) {
      for (const one of hidingSpegel(preview)(role)) {
        const { path } = one.file;
        const registry = registryOf(path.slice(0, path.lastIndexOf("/")));
        yield {
          many: "files of registries replace _default and have none of its endpoints: their images no longer use Spegel.",
          message: `Images of ${registry} no longer use Spegel: ${path} replaces _default, and has none of its endpoints.`,
          path: one.template.specPath,
          atKey: true,
          roles: [role.role.id],
          fixes: () => addSpegel(preview, one),
        };
      }
    }
  },
};

/** While Spegel runs, the file is read, has no endpoint of Spegel's, and _default has one. */
const hidingSpegel = oncePer((preview: Preview) =>
  oncePer((role: RolePreview): readonly RenderedTemplate[] => {
    const active = runningFiles(role).filter(({ state }) => state === "active");
    const fallback = active.find(({ path }) => path === "_default/hosts.toml");
    if (!fallback || !namesSpegel(preview, fallback.content)) return [];
    const read = new Set(active.flatMap(({ path, origin }) => (origin.kind === "extension" ? path : [])));
    return templatesOf(role).filter(({ file: { path, content } }) => {
      const isRegistrys = path.endsWith("/hosts.toml") && !path.startsWith("_default/");
      const isImages = isRegistrys && directoryFault(path.slice(0, path.lastIndexOf("/"))) === null;
      return isImages && read.has(path) && namesSpegel(preview, content) === false;
    });
  }),
);

function namesSpegel(preview: Preview, content: string): boolean | undefined {
  return mirrorsOf(preview, content)?.some(
    ({ host }) => isSpegelEndpoint(preview, host) || isSpegelPort(preview, host),
  );
}

function addSpegel(preview: RuleInput, one: RenderedTemplate): FindingFix[] {
  const isWanted = ({ role, file: { path, content } }: RenderedTemplate) =>
    namesSpegel(preview, content) === false &&
    hidingSpegel(preview)(role).some(({ file }) => file.path === path);
  const files = renderingsOf(preview, one.template);
  const wanting = files.filter(isWanted);
  const others = files.filter((file) => !isWanted(file));
  const { containerdVersion } = preview.settings;
  return templateFix({
    name: "add-spegel",
    title: "Add the node's Spegel as the first mirror",
    one,
    ways: [[withSpegel(one.file.content, containerdVersion)]],
    files: [...oneOfEach(preview, wanting), ...oneOfEach(preview, others)],
    wanted: (file) => (isWanted(file) ? withNodesSpegel(file, containerdVersion) : []),
    helps: (_, after) => namesSpegel(preview, after) === true,
  });
}

/** What the fix comes to on a node. */
function withNodesSpegel({ file, renderAnew }: Rendering, containerdVersion: string): OutputChange[] {
  const url = renderAnew(SPEGEL_ON_NODE.url);
  return url?.ok ? [withSpegel(file.content, containerdVersion, url.output)] : [];
}

/** Before the first table, so that the node's own Spegel is asked first. */
function withSpegel(
  content: string,
  containerdVersion: string,
  url: string = SPEGEL_ON_NODE.url,
): OutputChange {
  const { capabilities, dialTimeout } = writtenFor(SPEGEL_ON_NODE, containerdVersion);
  const listed = (capabilities ?? []).map((capability) => `'${capability}'`).join(", ");
  const timeout = dialTimeout === null ? "" : `dial_timeout = '${dialTimeout}'\n`;
  const table = `[host.'${url}']\ncapabilities = [${listed}]\n${timeout}`;
  const firstTable = content.search(/^[ \t]*\[/m);
  const at = firstTable < 0 ? content.length : firstTable;
  const gap = firstTable < 0 ? (content.endsWith("\n") ? "" : "\n") : "";
  const text = gap + table + (firstTable < 0 ? "" : "\n");
  return { range: { start: at, end: at }, text };
}
