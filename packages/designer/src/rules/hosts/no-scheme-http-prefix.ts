import { addScheme } from "./add-scheme.js";
import { hostsRule, writtenName } from "./hosts-rule.js";

export const noSchemeHttpPrefix = hostsRule({
  code: "no-scheme-http-prefix",
  severity: "error",
  when: 'a host name that begins with "http" and has no scheme',
  explanation:
    'containerd adds https:// to a host without a scheme unless the name begins with "http": then it takes what stands ' +
    "before the colon for the scheme, and no request reaches the host.",
  word(fault) {
    const host = writtenName(fault, fault.finding.host);
    return {
      many: "hosts have no scheme and begin with http: containerd takes the name for the scheme of a URL.",
      message: `${host} in ${fault.file} has no scheme and begins with http: containerd takes it for the URL ${fault.finding.outcome}.`,
      fixes: () => addScheme(fault),
    };
  },
});
