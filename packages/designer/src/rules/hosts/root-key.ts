import { type HostsFault, hostsRule, writtenName } from "./hosts-rule.js";

type Fault = HostsFault<"root-key">;

export const rootKey = hostsRule({
  code: "root-key",
  severity: "info",
  when:
    "a key above all tables that the mirrors of the file do not get (`skip_verify`, `ca`, `header`, …); a warning for " +
    "`capabilities` and `override_path` without `server`, which have no effect at all",
  explanation:
    "containerd hands nothing from the top of a hosts.toml down to the [host] tables. What stands there counts for the one " +
    "that is asked last: `server`, or else the image's own registry, whose path and capabilities are fixed. Write the key " +
    "into the table of each mirror that needs it.",
  word: (fault) => (fault.finding.problem === "no-effect" ? wordNoEffect(fault) : wordServerOnly(fault)),
});

function wordNoEffect({ file, finding }: Fault) {
  return {
    message: `${finding.key} at the top of ${file} has no effect: the file has no server, and no [host] table gets it.`,
    severity: "warning" as const,
  };
}

function wordServerOnly(fault: Fault) {
  const { file, finding, content } = fault;
  const { hosts, key, server } = finding;
  const [first = "", ...others] = hosts.map((host) => writtenName(fault, host, content.length));
  const without = others.length > 0 ? `${first} and ${others.length} more do` : `${first} does`;
  const last = server === null ? "the image's own registry" : writtenName(fault, server, content.length);
  return { message: `${key} at the top of ${file} counts for ${last} only: ${without} without it.` };
}
