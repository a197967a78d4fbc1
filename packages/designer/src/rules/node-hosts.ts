import { type RegistryHost, resolveHosts } from "@lookinglass/containerd";
import type { NodeFile } from "../analysis.js";
import { memoisedBy, oncePer } from "../memoised.js";
import type { Preview, RolePreview } from "../preview.js";

/** Ports that the agent's and the page's files name whatever the chart's values say. */
export const KUBLR_PORTS = ["30020", "30021"] as const;

/**
 * The mirrors of a hosts.toml in the order in which containerd tries them, without the registry or `server` that comes
 * last; null when containerd cannot read the file.
 */
export function mirrorsOf({ settings }: Preview, content: string): readonly RegistryHost[] | null {
  return mirrors({ version: settings.containerdVersion, content });
}

interface HostsText {
  readonly version: string;
  readonly content: string;
}

const mirrors = memoisedBy(
  ({ version, content }: HostsText) => JSON.stringify(version) + content,
  ({ version, content }): readonly RegistryHost[] | null => {
    const files = { "_default/hosts.toml": content };
    const resolved = resolveHosts({ files, host: "any.registry.invalid" }, { version });
    return "hosts" in resolved ? resolved.hosts.slice(0, -1) : null;
  },
);

/** Host and port of an authority such as "10.0.0.11:30020" or "[fd00::1]:30020"; the address without brackets. */
function splitAuthority(authority: string): { readonly address: string; readonly port: string } {
  const host = authority.replace(/:\d+$/, "");
  return { address: host.replace(/^\[(.*)\]$/, "$1"), port: authority.slice(host.length + 1) };
}

/** Does the authority lead to the node that reads the file? */
export function isThisNode({ nodes }: RolePreview, authority: string): boolean {
  const { address } = splitAuthority(authority);
  return address === nodes[0].address || isLoopback(address);
}

/** Does the authority lead to a node of this cluster, as far as the sample addresses tell? */
export function isClusterNode(preview: Preview, authority: string): boolean {
  const { address } = splitAuthority(authority);
  return isLoopback(address) || nodeAddresses(preview).has(address);
}

const nodeAddresses = oncePer(
  ({ roles }: Preview) => new Set(roles.flatMap(({ nodes }) => nodes.map(({ address }) => address))),
);

/** Does the authority lead to Spegel on a node of this cluster? */
export function isSpegelEndpoint(preview: Preview, authority: string): boolean {
  return isClusterNode(preview, authority) && isSpegelPort(preview, authority);
}

export function isSpegelPort({ chart }: Preview, authority: string): boolean {
  const { hostPort, nodePort } = chart.chart;
  return [...KUBLR_PORTS, hostPort, nodePort].includes(splitAuthority(authority).port);
}

function isLoopback(address: string): boolean {
  return address === "localhost" || address === "::1" || address.startsWith("127.");
}

/** The role's files once Spegel runs. */
export function runningFiles({ phases }: RolePreview): readonly NodeFile[] {
  return phases.flatMap(({ id, files }) => (id === "running" ? files : []));
}
