import { hostsRule, writtenName } from "./hosts-rule.js";

export const skipVerify = hostsRule({
  code: "skip-verify",
  severity: "info",
  when: "skip_verify: the certificate of a host is not checked",
  explanation:
    "With skip_verify containerd takes any certificate, so it does not know who answers. Name the host's CA with `ca` instead.",
  word(fault) {
    const { file, finding } = fault;
    const host =
      finding.host === null ? "the registry" : writtenName(fault, finding.host, finding.range.start);
    return {
      many: "hosts may show any certificate: it is not verified.",
      message: `The certificate of ${host} in ${file} is not verified.`,
    };
  },
});
