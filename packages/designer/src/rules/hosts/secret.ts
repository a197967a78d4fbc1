import { hostsRule, writtenName } from "./hosts-rule.js";

export const secret = hostsRule({
  code: "secret",
  severity: "warning",
  when: "an Authorization header or key in a file",
  explanation:
    "What stands in hosts.toml can be read by everyone who sees the cluster spec, and on each node. A header is sent to its " +
    "host with every request; a user and password in a URL are not sent at all. Credentials of registries belong into " +
    "imagePullSecrets, those of mirrors into the network or a short-lived token.",
  word(fault) {
    const { finding, file } = fault;
    const host = finding.host === null ? "" : ` for ${withoutCredentials(writtenName(fault, finding.host))}`;
    const what = WHAT[finding.what](finding.name);
    return {
      message: `${what}${host} stands in ${file} in clear text.`,
      many: "credentials stand in hosts.toml files in clear text.",
    };
  },
});

const WHAT = {
  header: (name: string) => `The header ${name}`,
  "url-password": (user: string) => `The password of ${user}`,
  "url-user": () => "What stands before the host of the URL",
} as const;

/** The message does not repeat the secret: it ends up in logs. */
function withoutCredentials(url: string): string {
  return url.replace(/^((?:https?:\/\/)?)(?:([^/?#:@]*):)?[^/?#]*@/i, (_, scheme, user) =>
    user === undefined ? `${scheme}…@` : `${scheme}${user}:…@`,
  );
}
