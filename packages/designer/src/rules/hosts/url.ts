import type { FindingFix } from "../rule.js";
import { addScheme } from "./add-scheme.js";
import { hostsFix } from "./hosts-fix.js";
import { type HostsFault, hostsRule, writtenName } from "./hosts-rule.js";
import { lineBelow } from "./lines.js";

type Fault = HostsFault<"url">;

export const url = hostsRule({
  code: "url",
  severity: "warning",
  when: "no scheme, a path without override_path, http with TLS options, IPv6 without brackets, unparsable",
  explanation:
    "containerd reads the name of a host, and `server`, as a URL. Without a scheme it takes https; it adds /v2 to a path " +
    "unless override_path is set; with TLS options it tries an http host over https first; a URL that it cannot read voids " +
    "the whole file. An IPv6 address belongs in brackets: without them releases up to 2.2 take what follows the last colon " +
    "for the port, and 2.3 refuses the file. In the header of a table 1.x cannot read brackets.",
  word(fault) {
    const { finding, file } = fault;
    const name = `${writtenName(fault, finding.host)} in ${file}`;
    switch (finding.problem) {
      case "ipv6-port":
        return {
          message: `${name} has no brackets: containerd asks ${finding.outcome}, and from 2.3 on ignores the whole file.`,
          severity: "info",
          fixes: () => brackets(fault),
        };
      case "ipv6-no-address":
        return {
          message: `${name} has no brackets: containerd takes the last part for a port, and ${finding.outcome} does not exist.`,
          severity: "error",
        };
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

/** Only where the API's root may be there: outside of /v2 no registry has one. */
function overridePath(fault: Fault): FindingFix[] {
  return hostsFix(fault, "override-path", "Add override_path = true", ({ content, finding }) =>
    /\/v2\//.test(finding.outcome) ? lineBelow(content, finding.range.start, "override_path = true") : [],
  );
}

/** To the same address and port. 1.x cannot read the brackets in a table's header: hostsFix tries it. */
function brackets(fault: Fault): FindingFix[] {
  return hostsFix(
    fault,
    "brackets",
    "Put the address in brackets",
    ({ content, finding: { range, outcome } }) => {
      const written = content.slice(range.start, range.end);
      const bare = outcome.replace(/^\[(.*)\](:\d+)$/, "$1$2");
      return written.includes(bare) ? [[{ range, text: written.replace(bare, outcome) }]] : [];
    },
  );
}
