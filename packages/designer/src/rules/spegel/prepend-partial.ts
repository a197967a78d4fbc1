import { readsExistingHosts } from "@lookinglass/spegel";
import type { Preview, RolePreview } from "../../preview.js";
import { editChartValues } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import { runningFiles } from "../node-hosts.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { short } from "../short.js";
import { outputRange } from "../template/template-places.js";
import { keepingValues, type SetAsideFile, setAsideFiles } from "./kept-files.js";
import { type Loss, lossOf, lostRootLines } from "./prepend-loss.js";

export const prependPartial: Rule = {
  code: "spegel/prepend-partial",
  severity: "warning",
  when: "prependExisting keeps only `[host]` tables, and only of registries in mirroredRegistries: names the files, hosts and lines that are lost, and why",
  explanation:
    "With prependExisting Spegel copies the [host] tables of existing files behind its own, for the registries that it writes " +
    "files for. Lines above the first table (but for the `server` that it writes itself), hosts that have no table of their own, " +
    "comments, and files of registries that are not in mirroredRegistries are lost; before 0.5.0 so are certificates.",
  docs: docs.spegel,
  *check(preview): Iterable<Finding> {
    if (!readsExistingHosts(preview.chart.mirror, { version: preview.chart.chart.version })) return;
    for (const role of preview.roles) {
      for (const file of setAsideFiles(preview, role)) {
        const loss = lossOf(preview, role, file);
        const finding = lostFinding(preview, file.path, loss);
        const roles = [role.role.id];
        if (finding) yield { ...finding, path: file.one.template.specPath, atKey: true, roles };
        if (loss.kind !== "file") yield* lostLines(preview, role, file);
      }
    }
  },
};

function* lostLines(preview: Preview, role: RolePreview, { path, one }: SetAsideFile): Iterable<Finding> {
  if (!path.endsWith("/hosts.toml")) return;
  const after = runningFiles(role).find((file) => file.path === path && file.state === "active");
  for (const { text, range } of lostRootLines(one.file.content, after?.content ?? "")) {
    yield {
      message: `Spegel keeps only the [host] tables of ${short(path)}: the line ${short(text, 120)} is lost.`,
      path: one.template.contentPath,
      range: outputRange(preview, one, range),
      roles: [role.role.id],
    };
  }
}

function lostFinding(preview: Preview, path: string, loss: Loss): Pick<Finding, "message" | "fixes"> | null {
  switch (loss.kind) {
    case "none":
      return null;
    case "hosts":
      return {
        message: `Of ${short(path)} Spegel does not keep ${named(loss.hosts)}: only hosts with a [host] table of their own are kept.`,
      };
    case "file":
      return {
        message: `Spegel keeps nothing of ${short(path)}: ${loss.reason}.`,
        fixes: () => (loss.isUnlisted ? listRegistries(preview) : []),
      };
  }
}

/** So many are named. */
const MOST_NAMED = 2;

function named(names: readonly string[]): string {
  const first = names
    .slice(0, MOST_NAMED)
    .map((name) => short(name))
    .join(" and ");
  return names.length > MOST_NAMED ? `${first} and ${names.length - MOST_NAMED} more` : first;
}

function listRegistries(preview: Preview): FindingFix[] {
  const { config, helmValues } = preview.chart;
  const changes = keepingValues(preview);
  if (!changes) return [];
  const edits = editChartValues(config, helmValues, changes);
  return [{ name: "list-registries", title: "Add the registries to mirroredRegistries", edits }];
}
