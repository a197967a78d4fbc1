import { hostsRule } from "./hosts-rule.js";

export const serverOnly = hostsRule({
  code: "server-only",
  severity: "warning",
  when: "no host table at all: refused by containerd 1.6 and before 1.7.32",
  explanation:
    "containerd 1.6 and 1.7.0 to 1.7.31 refuse a hosts.toml without any [host] table, and go straight to the image's own " +
    "registry as if there were no file. Name the server as a host as well.",
  word({ preview, file, finding }) {
    const version = preview.settings.containerdVersion;
    if (finding.refused) return { message: `containerd ${version} refuses ${file}: it has no [host] table.` };
    // A bare 1.7 stands for any of its releases.
    if (!/^v?1\.7$/.test(version.trim())) return null;
    return { message: `containerd before 1.7.32 refuses ${file}: it has no [host] table.` };
  },
});
