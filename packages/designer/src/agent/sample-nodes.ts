import type { RoleSpec } from "@lookinglass/cluster-spec";
import type { SampleNode, Settings } from "../analysis.js";

/** Masters matter to every worker, so all of a usual control plane is shown; one worker stands for its group. */
const MOST_MASTERS = 5;

/** At least one; its files are the ones shown. */
export type SampleNodes = readonly [SampleNode, ...SampleNode[]];

/**
 * The sample nodes of a role, with the addresses that the user set or addresses from 10.0.0.0/16:
 * masters 10.0.0.11 and up, the worker groups 10.0.1.11, 10.0.2.11 and so on.
 *
 * @param groupIndex position of the role among the worker groups; not used for masters
 */
export function sampleNodes(role: RoleSpec, groupIndex: number, settings: Settings): SampleNodes {
  const set = settings.nodeAddresses;
  const addresses = set && Object.hasOwn(set, role.id) ? (set[role.id] ?? []) : [];
  const count = Math.max(1, addresses.length || (role.kind === "master" ? masterCount(role) : 1));
  const shortName = role.id.replace(/^nodes\//, "");
  const node = (index: number): SampleNode => ({
    name: `${shortName}-${index}`,
    address: addresses[index] ?? defaultAddress(role, groupIndex, index),
  });
  return [node(0), ...Array.from({ length: count - 1 }, (_, index) => node(index + 1))];
}

function masterCount(role: RoleSpec): number {
  return Math.min(role.nodeCount.min ?? 1, MOST_MASTERS);
}

function defaultAddress(role: RoleSpec, groupIndex: number, index: number): string {
  if (role.kind === "master") return `10.0.0.${11 + index}`;
  const group = groupIndex + 1;
  return `10.${Math.floor(group / 256)}.${group % 256}.${11 + index}`;
}
