import type { FindingFix } from "../rule.js";
import { hostsFix } from "./hosts-fix.js";
import { type HostsFault, hostsRule, writtenName } from "./hosts-rule.js";
import { lineBelow } from "./lines.js";

type Fault = HostsFault<"path-mirror">;

export const pathMirror = hostsRule({
  code: "path-mirror",
  severity: "warning",
  when: "a mirror with a path but no override_path, or one under `_default` that has to honour `ns`",
  explanation:
    "containerd appends /v2 to a mirror's path unless the path ends so or override_path is set: right for some mirrors, wrong " +
    "for a Harbor project written as /v2/<project>. Under _default one path gets the images of every registry, told apart " +
    "only by the parameter ns, which few mirrors with a path honour: they answer with another registry's image or none.",
  word(fault) {
    const { finding, file } = fault;
    const host = writtenName(fault, finding.host);
    if (finding.problem === "default") {
      return {
        many: "mirrors get the images of every registry under one path: they have to tell them apart by the parameter ns.",
        message: `${host} in ${file} gets the images of every registry under the one path ${finding.path}: it has to tell them apart by the parameter ns.`,
      };
    }
    return {
      many: "mirrors have a path but no override_path: containerd appends /v2 to it.",
      message: `${host} in ${file} has a path but no override_path: containerd asks ${finding.apiRoot}/… there.`,
      fixes: () => overridePath(fault),
    };
  },
});

/** Only where the path holds /v2 already, and where no other fault of its would remain. */
function overridePath(fault: Fault): FindingFix[] {
  return hostsFix(fault, "override-path", "Add override_path = true", ({ content, directory, finding }) =>
    finding.path.startsWith("/v2/") && directory !== "_default"
      ? lineBelow(content, finding.range.start, "override_path = true")
      : [],
  );
}
