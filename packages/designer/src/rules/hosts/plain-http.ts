import { isClusterNode, isSpegelPort } from "../node-hosts.js";
import { hostsRule, writtenName } from "./hosts-rule.js";

export const plainHttp = hostsRule({
  code: "plain-http",
  severity: "info",
  when: "plain http to a host that is not a node of the cluster",
  explanation:
    "Over http nobody checks who answers. Digests protect what is pulled by digest; a tag may be resolved to another image " +
    "by anyone on the way.",
  word(fault) {
    const { preview, file, finding } = fault;
    if (isClusterNode(preview, finding.address) || isSpegelPort(preview, finding.address)) return null;
    return {
      many: "mirrors are asked over plain http: traffic to them is neither encrypted nor verified.",
      message: `Traffic to ${writtenName(fault, finding.host)} of ${file} is neither encrypted nor verified.`,
    };
  },
});
