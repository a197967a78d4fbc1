import { SPEGEL_ENABLED } from "../../agent/spegel-state.js";
import type { RolePreview } from "../../preview.js";
import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";

export const partialDisable: Rule = {
  code: "spegel/partial-disable",
  severity: "warning",
  when: "`enabled: false` on some groups only: the chart still runs there",
  explanation:
    "Spegel is one Helm release for the whole cluster: its pods run on every node, or on none. " +
    "cluster.addon.spegel.enabled of a group changes only the hosts.toml that the Kublr agent writes on that group's nodes. " +
    "Set it at the cluster level to turn Spegel off everywhere.",
  docs: docs.kublr,
  *check({ roles, chart }): Iterable<Finding> {
    const disabled = roles.flatMap(disabledBySpec);
    if (disabled.length === 0 || disabled.length === roles.length) return;
    for (const { role, path } of disabled) {
      yield {
        message: message(role, chart.chart.deployed),
        path,
        roles: [role.role.id],
        fixes: () => [
          {
            name: "cluster-level",
            title: "Disable Spegel for the whole cluster",
            edits: [
              ...roles.flatMap(groupLevelSetting),
              { path: ["spec", "kublrAgentConfig", ...SPEGEL_ENABLED], value: false },
            ],
          },
        ],
      };
    }
  },
};

/** The role with the place that disables Spegel there; none where it is on, or off by default. */
function disabledBySpec(role: RolePreview) {
  const { integrationEnabled, from } = role.spegel;
  const { path } = from.integrationEnabled;
  return integrationEnabled || !path ? [] : [{ role, path }];
}

function message({ role, spegel }: RolePreview, deployed: boolean): string {
  if (!deployed)
    return `Spegel is off for ${role.title}, which removes the chart from the whole cluster; other groups still point to port 30020, where nothing listens.`;
  const rewrites = spegel.mirrorAdd ? " and rewrites their hosts.toml" : "";
  return `Spegel is off for ${role.title} only: the agent writes an empty hosts.toml there, but Spegel still runs on these nodes${rewrites}.`;
}

function groupLevelSetting({ spegel }: RolePreview) {
  const { kind, path } = spegel.from.integrationEnabled;
  return kind === "group" && path ? [{ path, remove: true as const }] : [];
}
