import { SPEGEL } from "../../agent/spegel-state.js";
import type { Preview, RolePreview } from "../../preview.js";
import { docs } from "../docs.js";
import { mirrorsOf, runningFiles } from "../node-hosts.js";
import type { Finding, Rule } from "../rule.js";

export const ipv6Node: Rule = {
  code: "spegel/ipv6-node",
  severity: "warning",
  when: "IPv6 node addresses: what the chosen release writes and what containerd makes of it",
  explanation:
    "The Spegel chart puts the node's address into its mirror URLs as it is. An IPv6 address should have brackets there; " +
    "Spegel adds them to the first URL from 0.7.2 on, and never to the second. containerd 2.3 refuses a file with a URL " +
    "without them, older releases take what stands before the last colon for the address; the TOML parser of 1.x stumbles " +
    "over the brackets.",
  docs: docs.spegel,
  *check(preview): Iterable<Finding> {
    for (const role of preview.roles) {
      if (!role.spegel.mirrorAdd || !role.nodes[0]?.address.includes(":")) continue;
      if (!isVoid(preview, role)) continue;
      const { containerdVersion, spegelVersion } = preview.settings;
      yield {
        message: `Of the mirrors that Spegel ${spegelVersion} writes for a node with an IPv6 address, one is spelt as containerd ${containerdVersion} cannot read it: it ignores the whole file and uses no mirror.`,
        path: ["spec", "kublrAgentConfig", ...SPEGEL],
        atKey: true,
        roles: [role.role.id],
      };
    }
  },
};

/** Can containerd not read one of the files that Spegel writes there? */
function isVoid(preview: Preview, role: RolePreview): boolean {
  return runningFiles(role).some(
    ({ state, origin, content }) =>
      state === "active" && origin.kind === "spegel" && mirrorsOf(preview, content) === null,
  );
}
