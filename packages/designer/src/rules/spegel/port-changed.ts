import { listed } from "../../bounded-text.js";
import type { Preview } from "../../preview.js";
import { locateChartValue } from "../../spegel/helm-values.js";
import { docs } from "../docs.js";
import { isClusterNode, KUBLR_PORTS, mirrorsOf } from "../node-hosts.js";
import type { Finding, Rule } from "../rule.js";

export const portChanged: Rule = {
  code: "spegel/port-changed",
  severity: "warning",
  when: "service.registry hostPort/nodePort changed while files on nodes still point to 30020/30021",
  explanation:
    "The hosts.toml files that the agent writes name the ports that are in their templates: Kublr's own template has 30020. " +
    "Until Spegel has written its own files, these nodes ask a port on which nothing listens. Keep the port, or override " +
    "the files with the new one.",
  docs: docs.kublr,
  *check(preview): Iterable<Finding> {
    const { spec, chart } = preview;
    const isRefused = chart.mirror.problems.some(({ stage }) => stage === "install");
    if (!chart.chart.deployed || isRefused) return;
    const [usualHostPort, usualNodePort] = KUBLR_PORTS;
    const ports = [
      { name: "hostPort", usual: usualHostPort },
      { name: "nodePort", usual: usualNodePort },
    ];
    for (const { name, usual } of ports) {
      if ([chart.chart.hostPort, chart.chart.nodePort].includes(usual)) continue;
      const { files, roles } = filesNaming(usual, preview);
      if (files.length === 0) continue;
      yield {
        message: `${listed(files, "files")} still ${files.length > 1 ? "point" : "points"} to port ${usual}, where nothing listens any more.`,
        items: files,
        ...locateChartValue(spec, chart.config, chart.helmValues, ["service", "registry", name]),
        roles,
      };
    }
  },
};

/** Files that the agent writes with a mirror at this port of a node, and the roles that get them. */
function filesNaming(port: string, preview: Preview) {
  const hits = preview.roles.flatMap((role) =>
    role.bootstrap
      .filter(({ content }) => content.includes(`:${port}`) && hasMirrorAt(port, preview, content))
      .map(({ path }) => ({ path, role: role.role.id })),
  );
  return {
    files: [...new Set(hits.map(({ path }) => path))],
    roles: [...new Set(hits.map(({ role }) => role))],
  };
}

function hasMirrorAt(port: string, preview: Preview, content: string): boolean {
  const mirrors = mirrorsOf(preview, content) ?? [];
  return mirrors.some(({ host }) => host.endsWith(`:${port}`) && isClusterNode(preview, host));
}
