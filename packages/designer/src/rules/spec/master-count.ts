import { docs } from "../docs.js";
import type { Finding, Rule } from "../rule.js";
import { clusterParts, type InstanceGroup } from "./cluster-parts.js";
import { countsOf, lacks } from "./node-count.js";

export const masterCount: Rule = {
  code: "spec/master-count",
  severity: "warning",
  when: "a cluster of no master, or (info) of an even number of them",
  explanation:
    "etcd runs on the masters and works while more than half of them do: 2 masters survive the loss of none, as 1 does, and 4 " +
    "that of one, as 3 do.",
  docs: docs.kublrSpec,
  *check(preview): Iterable<Finding> {
    const master = clusterParts(preview)?.groups.find(({ isMaster }) => isMaster);
    const count = master ? fixedCount(master) : null;
    if (!master || count === null || (count > 0 && count % 2 === 1)) return;
    yield {
      message:
        count === 0
          ? "The cluster has no master: minNodes is 0."
          : `${count} masters survive the loss of ${lost(count)}, as ${count - 1} would: etcd needs more than half of them.`,
      path: [...master.path, "minNodes"],
      roles: master.roles,
      ...(count > 0 && { severity: "info" }),
    };
  },
};

/** Where there may be more or fewer of them, nothing is said. */
function fixedCount(master: InstanceGroup): number | null {
  const { min, max } = countsOf(master);
  return min !== null && min >= 0 && (min === max || lacks(master, "maxNodes")) ? min : null;
}

function lost(count: number): string {
  return count === 2 ? "none" : String(count / 2 - 1);
}
