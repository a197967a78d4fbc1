import type { RegistryHost } from "./resolve.js";

/** Go's error for a request that never leaves the node, in the words of net/http; null where it is sent. */
export function requestFailure({ scheme, host, dialTimeoutMs }: RegistryHost): string | null {
  if (scheme !== "http" && scheme !== "https") return `unsupported protocol scheme "${scheme}"`;
  if (host === "") return "no Host in request URL";
  // net.Dialer's deadline is over before it begins.
  return dialTimeoutMs !== null && dialTimeoutMs < 0 ? "i/o timeout" : null;
}
