import { hostsRule, writtenName } from "./hosts-rule.js";

export const noCapability = hostsRule({
  code: "no-capability",
  severity: "warning",
  when: "a mirror with no `pull`, or `push` on a mirror",
  explanation:
    "capabilities say what a mirror may be asked for: resolve (a tag's digest) and pull (manifests and blobs). Without pull " +
    "it is of no use for images. push lets what is pushed from the node go to the mirror, which mirrors do not take.",
  word(fault) {
    const host = writtenName(fault, fault.finding.host);
    const message =
      fault.finding.problem === "push"
        ? `${host} in ${fault.file} may be pushed to, but it is a mirror.`
        : `${host} in ${fault.file} may not serve pulls: its capabilities lack pull.`;
    return { message };
  },
});
