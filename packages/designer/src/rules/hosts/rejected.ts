import { hostsRule } from "./hosts-rule.js";

export const rejected = hostsRule({
  code: "rejected",
  severity: "error",
  when: "valid TOML that containerd rejects (unknown capability, bad duration, mistyped field)",
  explanation:
    "One value that containerd does not accept voids the whole file: it is logged and ignored, every pull goes straight to " +
    "the registry, and nothing on the cluster says so.",
  word: ({ file, finding }) => ({
    message: `containerd ignores ${file} and uses no mirror: ${finding.message}`,
  }),
});
