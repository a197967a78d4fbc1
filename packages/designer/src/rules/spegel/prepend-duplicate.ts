import { sourceOf } from "@lookinglass/cluster-spec";
import { CERTS_D_TEMPLATES, DEFAULT_HOSTS_FILE } from "../../agent/built-in-templates.js";
import type { NodeFile } from "../../analysis.js";
import type { Preview, RolePreview } from "../../preview.js";
import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import { runningFiles } from "../node-hosts.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import type { RuleInput } from "../rule-input.js";
import { writersOf } from "../template/free-target.js";
import { setAsideFiles } from "./kept-files.js";

const PREPEND = ["spegel", "prependExisting"];

export const prependDuplicate: Rule = {
  code: "spegel/prepend-duplicate",
  severity: "error",
  when: "prependExisting puts a host twice into one file (Kublr's own node:30020 entry does): containerd ignores the file",
  explanation:
    "With prependExisting Spegel writes its own hosts and then those of the existing file, without looking for repetitions. " +
    "TOML allows a table once: containerd logs the fault, ignores the file and uses no mirror at all.",
  docs: docs.spegel,
  *check(preview): Iterable<Finding> {
    const { spec, chart } = preview;
    if (!chart.mirror.prependExisting) return;
    for (const role of preview.roles) {
      const byPath = new Map(role.bootstrap.map((file) => [file.path, file]));
      for (const { path } of filesWithRepetition(preview, role)) {
        const before = byPath.get(path);
        const owner = before?.template ? `the extension ${before.template.key}` : "Kublr's own template";
        yield {
          message: `prependExisting repeats a host of ${owner} in ${path}: containerd ignores the file and uses no mirror.`,
          ...locateChartValue(spec, chart.config, chart.helmValues, PREPEND),
          roles: [role.role.id],
          fixes: () => [...prependOff(preview), ...(before?.template ? [] : overrideDefault(preview))],
        };
      }
    }
  },
};

function filesWithRepetition({ lint }: RuleInput, role: RolePreview): NodeFile[] {
  return runningFiles(role).filter(({ path, content, state, origin }) => {
    if (state !== "active" || origin.kind !== "spegel") return false;
    const directory = path.slice(0, path.lastIndexOf("/"));
    return lint(content, directory).some(({ code }) => code === "duplicate-host");
  });
}

/** Not where Spegel keeps the mirrors of another file. */
function prependOff(preview: Preview): FindingFix[] {
  const { config, helmValues } = preview.chart;
  if (preview.roles.some((role) => setAsideFiles(preview, role).some(({ isKept }) => isKept))) return [];
  const edits = editChartValues(config, helmValues, [{ path: PREPEND, value: false }]);
  return [{ name: "prepend-off", title: "Set prependExisting to false", edits }];
}

/**
 * Kublr's template repeats only what Spegel writes, and entries of masters that are of use before Spegel runs. Where some
 * nodes have another template for that file, the new one would take its place, or do nothing there.
 */
function overrideDefault({ chart, roles }: Preview): FindingFix[] {
  const key = "containerd-default-hosts-override";
  if (
    sourceOf(chart.config, ["extensions", key]) ||
    roles.some(({ config }) => writersOf(config, DEFAULT_HOSTS_FILE).length > 0)
  )
    return [];
  const path = ["spec", "kublrAgentConfig", "extensions", key];
  const value = { path: CERTS_D_TEMPLATES + DEFAULT_HOSTS_FILE, content: "" };
  const title = `Have the agent write no ${DEFAULT_HOSTS_FILE} on any node`;
  return [{ name: "override-default", title, edits: [{ path, value }] }];
}
