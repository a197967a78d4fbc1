import { dialledAddress } from "./dialled-address.js";
import type { RegistryHost } from "./resolve.js";

/** Go's error for a request that never leaves the node, in the words of its libraries; null where it is sent. */
export function requestFailure({ scheme, host, dialTimeoutMs }: RegistryHost): string | null {
  if (scheme !== "http" && scheme !== "https") return `unsupported protocol scheme "${scheme}"`;
  if (host === "") return "no Host in request URL";
  const { address, port, isAddress } = dialledAddress(host);
  if (!isAddress) return `lookup ${address}: no such host`;
  if (Number(port) > 65_535) return `address ${port}: invalid port`;
  // net.Dialer's deadline is over before it begins.
  return dialTimeoutMs !== null && dialTimeoutMs < 0 ? "i/o timeout" : null;
}
