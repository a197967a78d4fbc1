import type { FindingFix } from "../rule.js";
import type { OutputChange } from "../template/template-edits.js";
import { hostsFix } from "./hosts-fix.js";
import { type HostsFault, hostsRule, writtenName } from "./hosts-rule.js";
import { lineEnd, lineStart } from "./lines.js";

type Fault = HostsFault<"override-path">;

export const overridePath = hostsRule({
  code: "override-path",
  severity: "warning",
  when: "override_path = true for a host, or for `server`, whose path has no /v2",
  explanation:
    "With override_path containerd asks for images right below the URL's own path and adds no /v2. Registries have their " +
    "API below /v2/: a host without a path, or with one like /proxy-cache, then answers 404 or a page. Leave override_path out, " +
    "or write the path of the API in full, as in /v2/proxy-cache.",
  word(fault) {
    const { file, finding } = fault;
    const name = writtenName(fault, finding.name, finding.host === null ? undefined : finding.range.start);
    const asked = `${finding.path.replace(/\/+$/, "")}/…`;
    return {
      message: `override_path has containerd ask ${asked} at ${name} in ${file}: no registry's API is outside of /v2.`,
      fixes: () => remove(fault),
    };
  },
});

/** Only where the host has no path: what is meant by one is not known. */
function remove(fault: Fault): FindingFix[] {
  return hostsFix(fault, "remove", "Remove override_path", without);
}

function without({ content, finding }: Fault): readonly (readonly OutputChange[])[] {
  if (finding.path !== "/") return [];
  const { start, end } = finding.range;
  const line = { start: lineStart(content, start), end: lineEnd(content, end - 1) };
  const around = content.slice(line.start, start) + content.slice(end, line.end);
  return /^\s*(#.*)?$/.test(around.trimEnd()) ? [[{ range: line, text: "" }]] : [];
}
