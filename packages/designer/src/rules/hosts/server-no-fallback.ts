import { hostsRule, writtenName } from "./hosts-rule.js";

export const serverNoFallback = hostsRule({
  code: "server-no-fallback",
  severity: "info",
  when: "`server` points to a mirror: the original registry is never asked",
  explanation:
    "`server` takes the place of the image's own registry at the end of the list. With a mirror there, an image that no " +
    "host of the file has cannot be pulled, even where the registry could be reached. Leave `server` out to keep it.",
  word(fault) {
    const { file, finding } = fault;
    const server = writtenName(fault, finding.server);
    const registry = finding.registry ?? "the image's own registry, whichever it is,";
    return {
      many: "files end at a server that is not the registry: the registry is never asked.",
      message: `${file} ends at ${server}: ${registry} is never asked.`,
    };
  },
});
