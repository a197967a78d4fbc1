import type { Preview } from "../../preview.js";
import { editChartValues } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import { registryOf } from "../registry-directory.js";
import type { Finding, Rule } from "../rule.js";
import { outputRange } from "../template/template-places.js";
import { keepingValues, setAsideFiles } from "./kept-files.js";
import { rootLines } from "./root-lines.js";

export const prependPartial: Rule = {
  code: "spegel/prepend-partial",
  severity: "warning",
  when: "prependExisting keeps only `[host]` tables, and only of registries in mirroredRegistries: names the lines and files lost",
  explanation:
    "With prependExisting Spegel copies the [host] tables of existing files behind its own, for the registries that it writes " +
    "files for. `server` and other lines above the first table, hosts written inline, comments, and files of registries " +
    "that are not in mirroredRegistries are lost.",
  docs: docs.spegel,
  *check(preview): Iterable<Finding> {
    if (!preview.chart.mirror.prependExisting) return;
    for (const role of preview.roles) {
      for (const { path, one, isKept } of setAsideFiles(preview, role)) {
        const roles = [role.role.id];
        if (!isKept) yield { ...lostFile(preview, path), path: one.template.specPath, atKey: true, roles };
        for (const { text, range } of isKept ? rootLines(one.file.content) : []) {
          yield {
            message: `Spegel keeps only the [host] tables of ${path}: the line ${text} is lost.`,
            path: one.template.contentPath,
            range: outputRange(preview, one, range),
            roles,
          };
        }
      }
    }
  },
};

function lostFile(preview: Preview, path: string): Pick<Finding, "message" | "fixes"> {
  const { config, helmValues } = preview.chart;
  const changes = keepingValues(preview);
  const directory = path.slice(0, path.indexOf("/"));
  const registry = registryOf(directory);
  const reason =
    registry === directory
      ? `${directory} is not in mirroredRegistries, or its tables cannot be kept`
      : `it looks for files of that registry in ${registry} only`;
  return {
    message: `Spegel keeps nothing of ${path}: ${reason}.`,
    fixes: () =>
      changes
        ? [
            {
              name: "list-registries",
              title: "Add the registries to mirroredRegistries",
              edits: editChartValues(config, helmValues, changes),
            },
          ]
        : [],
  };
}
