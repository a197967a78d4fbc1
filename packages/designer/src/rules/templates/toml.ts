import type { OffsetRange } from "@lookinglass/cluster-spec";
import { lintHostsFile } from "@lookinglass/containerd";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { outputRange, renderedTemplates } from "./template-places.js";

export const hostsToml: Rule = {
  code: "hosts/toml",
  severity: "error",
  when: "rendered file is not valid TOML: containerd logs it and goes on WITHOUT any mirror",
  explanation:
    "containerd logs a hosts.toml that it cannot read and goes on without it: every pull goes straight to the registry, " +
    "and nothing on the cluster says so. The file also hides _default.",
  docs: docs.containerdHosts,
  *check(preview): Iterable<Finding> {
    for (const one of renderedTemplates(preview)) {
      const { file, template, role } = one;
      if (!file.path.endsWith("/hosts.toml")) continue;
      const directory = file.path.slice(0, -"/hosts.toml".length);
      const version = preview.settings.containerdVersion;
      for (const finding of lintHostsFile(file.content, { directory, version })) {
        if (finding.code !== "toml") continue;
        yield {
          message: `containerd ignores ${file.path} and uses no mirror: ${finding.message}`,
          path: template.contentPath,
          range: outputRange(preview, one, firstLine(file.content, finding.range)),
          roles: [role.role.id],
        };
      }
    }
  },
};

/** A parser may notice a fault lines after it began; the place to look at is the first. */
function firstLine(text: string, { start, end }: OffsetRange): OffsetRange {
  const lineEnd = text.indexOf("\n", start);
  return { start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) };
}
