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
    "The Spegel chart puts the node's address into its mirror URLs as it is. An IPv6 address needs brackets there; " +
    "Spegel adds them to the first URL from 0.7.2 on, and never to the second. containerd 2.3 refuses a URL without them, " +
    "older releases fail to connect to it, and the TOML parser of 1.x stumbles over the brackets.",
  docs: docs.spegel,
  *check(preview): Iterable<Finding> {
    for (const role of preview.roles) {
      if (!role.spegel.mirrorAdd || !role.nodes[0]?.address.includes(":")) continue;
      const outcome = outcomeOf(preview, role);
      if (outcome === null) continue;
      const { containerdVersion, spegelVersion } = preview.settings;
      yield {
        message: `Spegel ${spegelVersion} writes the IPv6 address of its node without brackets: containerd ${containerdVersion} ${outcome}.`,
        path: ["spec", "kublrAgentConfig", ...SPEGEL],
        atKey: true,
        roles: [role.role.id],
      };
    }
  },
};

/** What containerd does with the files that Spegel writes there; null when they are fine. */
function outcomeOf(preview: Preview, role: RolePreview): string | null {
  const written = runningFiles(role).filter(
    ({ state, origin }) => state === "active" && origin.kind === "spegel",
  );
  const mirrors = written.map(({ content }) => mirrorsOf(preview, content));
  if (mirrors.includes(null)) return "ignores the whole file and uses no mirror";
  const isBare = ({ host }: { readonly host: string }) => /^[^[]*:.*:/.test(host);
  return mirrors.some((hosts) => hosts?.some(isBare)) ? "cannot connect to this mirror" : null;
}
