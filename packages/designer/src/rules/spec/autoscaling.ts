import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { clusterParts, type InstanceGroup } from "./cluster-parts.js";
import { countsOf, lacks } from "./node-count.js";

export const autoscaling: Rule = {
  code: "spec/autoscaling",
  severity: "warning",
  when: "`autoscaling: true` without maxNodes, or (info) with maxNodes equal to minNodes",
  explanation:
    "The autoscaler keeps a group between minNodes and maxNodes. Without maxNodes it is minNodes (seen in agent 1.8): the " +
    "group never grows.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const parts = clusterParts(preview);
    for (const group of parts?.groups ?? []) {
      if (group.data.autoscaling !== true) continue;
      const { min, max } = countsOf(group);
      if (lacks(group, "maxNodes")) {
        if (parts?.isWhole) yield withoutMost(group, min);
      } else if (min !== null && min === max) yield fixedSize(group, min);
    }
  },
};

function withoutMost({ path, title, roles }: InstanceGroup, min: number | null): Finding {
  const size = min === null ? "at its first size" : `at its minNodes, ${min}`;
  return {
    message: `${title} has autoscaling without maxNodes: it stays ${size}.`,
    many: "groups have autoscaling without maxNodes: they never grow.",
    path: [...path, "autoscaling"],
    roles,
  };
}

function fixedSize({ path, title, roles }: InstanceGroup, count: number): Finding {
  return {
    message: `${title} has autoscaling, but minNodes and maxNodes are both ${count}: it never changes its size.`,
    many: "groups have autoscaling, but minNodes and maxNodes are the same.",
    path: [...path, "autoscaling"],
    roles,
    severity: "info",
  };
}
