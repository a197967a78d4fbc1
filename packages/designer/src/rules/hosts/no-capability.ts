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
    return fault.finding.problem === "push"
      ? {
          message: `${host} in ${fault.file} may be pushed to, but it is a mirror.`,
          many: "mirrors may be pushed to.",
        }
      : {
          message: `${host} in ${fault.file} may not serve pulls: its capabilities lack pull.`,
          many: "mirrors may not serve pulls: their capabilities lack pull.",
        };
  },
});
