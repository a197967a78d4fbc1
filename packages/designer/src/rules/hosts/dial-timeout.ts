import { hostsRule, writtenName } from "./hosts-rule.js";

export const dialTimeout = hostsRule({
  code: "dial-timeout",
  severity: "error",
  when: "a negative dial_timeout: no connection is ever made; a warning for one below a millisecond",
  explanation:
    "dial_timeout is how long containerd waits for a connection. One that is over before it begins lets every connection " +
    "fail at once, so that the host is never asked; below a millisecond hardly any gets through. Usual values are 200ms to 5s.",
  word(fault) {
    const { file, finding } = fault;
    const { host, timeout } = finding;
    const name = host === null ? "the registry" : writtenName(fault, host, finding.range.start);
    return finding.problem === "negative"
      ? { message: `containerd never connects to ${name} of ${file}: dial_timeout = ${timeout} is negative.` }
      : {
          message: `containerd hardly ever connects to ${name} of ${file}: dial_timeout = ${timeout} is too short.`,
          severity: "warning" as const,
        };
  },
});
