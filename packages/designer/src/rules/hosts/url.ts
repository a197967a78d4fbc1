import type { FindingFix } from "../rule.js";
import { addScheme } from "./add-scheme.js";
import { hostsFix } from "./hosts-fix.js";
import { type HostsFault, hostsRule, writtenName } from "./hosts-rule.js";
import { lineBelow } from "./lines.js";

type Fault = HostsFault<"url">;

export const url = hostsRule({
  code: "url",
  severity: "warning",
  when: "no scheme, a path without override_path, http with TLS options, unparsable",
  explanation:
    "containerd reads the name of a host, and `server`, as a URL. Without a scheme it takes https; it adds /v2 to a path " +
    "unless override_path is set; with TLS options it tries an http host over https first; a URL that it cannot read voids " +
    "the whole file.",
  word(fault) {
    const { finding, file } = fault;
    const name = `${writtenName(fault, finding.host)} in ${file}`;
    switch (finding.problem) {
      case "no-scheme":
        return {
          message: `${name} has no scheme: containerd takes https.`,
          many: "hosts have no scheme: containerd takes https.",
          fixes: () => addScheme(fault),
        };
      case "http-with-tls":
        return {
          many: "hosts are plain http but have TLS options: unless the port is 80, containerd tries https first.",
          message: `${name} is plain http but has TLS options: unless its port is 80, containerd tries https first.`,
        };
      case "path-without-override":
        return {
          many: "URLs have a path: without override_path containerd adds /v2 to it.",
          message: `${name} has a path: without override_path containerd adds /v2 to it.`,
          fixes: () => overridePath(fault),
        };
      case "no-host":
        return {
          message: `${name} is a URL without a host: requests to it fail.`,
          many: "URLs have no host: requests to them fail.",
          severity: "error",
        };
      case "unparsable":
        return {
          many: "names are no URLs that containerd can read: it ignores their files and uses no mirror.",
          message: `${name} is no URL that containerd can read: it ignores the file and uses no mirror.`,
          severity: "error",
        };
    }
  },
});

function overridePath(fault: Fault): FindingFix[] {
  return hostsFix(fault, "override-path", "Add override_path = true", ({ content, finding }) =>
    lineBelow(content, finding.range.start, "override_path = true"),
  );
}
