import { listed } from "../../bounded-text.js";
import type { Preview, RolePreview } from "../../preview.js";
import { locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import { isSpegelEndpoint, mirrorsOf, runningFiles } from "../node-hosts.js";
import type { Finding, Rule } from "../rule.js";

export const resolveTags: Rule = {
  code: "spegel/resolve-tags",
  severity: "info",
  when: "resolveTags: false while overrides give Spegel endpoints `resolve`",
  explanation:
    "resolveTags: false only leaves `resolve` out of the files that Spegel writes. A file of your own with `resolve` at " +
    "Spegel's endpoints still asks it for tags, so that a stale tag may come from a neighbour. Leave `resolve` out there too.",
  docs: docs.spegelValues,
  *check(preview): Iterable<Finding> {
    const { spec, chart } = preview;
    if (!chart.chart.deployed || chart.mirror.resolveTags) return;
    const hits = preview.roles.flatMap((role) =>
      filesThatResolve(preview, role).map((path) => ({ path, role: role.role.id })),
    );
    if (hits.length === 0) return;
    const files = [...new Set(hits.map(({ path }) => path))];
    yield {
      message: `resolveTags is false, but ${listed(files, "files")} still ${files.length > 1 ? "ask" : "asks"} Spegel to resolve tags.`,
      items: files,
      ...locateChartValue(spec, chart.config, chart.helmValues, ["spegel", "resolveTags"]),
      roles: [...new Set(hits.map(({ role }) => role))],
    };
  },
};

/** The extensions' files, active while Spegel runs, in which one of its endpoints may resolve. */
function filesThatResolve(preview: Preview, role: RolePreview): string[] {
  const own = runningFiles(role).filter(
    ({ state, origin, path }) =>
      state === "active" && origin.kind === "extension" && path.endsWith("/hosts.toml"),
  );
  const resolves = (content: string) =>
    (mirrorsOf(preview, content) ?? []).some(
      ({ host, capabilities }) => capabilities.includes("resolve") && isSpegelEndpoint(preview, host),
    );
  return own.filter(({ content }) => resolves(content)).map(({ path }) => path);
}
