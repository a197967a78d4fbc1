import { escapedPath, joinPath, parseUrl } from "@lookinglass/go";
import { dialledAddress } from "./dialled-address.js";
import type { RegistryHost } from "./resolve.js";

/** What goes on the wire for a request. */
export interface RequestUrl {
  /** As it is sent; as it stands where it is not. */
  url: string;
  /** Go's error for a request that never leaves the node, in the words of its libraries; null where it is sent. */
  failure: string | null;
}

/** Stands for a digest that is not known yet. */
export const UNKNOWN_DIGEST = "{digest}";
/** The same in characters that need no escape, and that are in no registry's name. */
const SAFE_DIGEST = "~digest~";

/**
 * The URL of a request to a host: containerd joins decoded paths, and Go parses the text once more, so that it goes out
 * with Go's own escapes.
 *
 * Behaviour: containerd core/remotes/docker resolver.go, request and String; net/http NewRequest; net/url EscapedPath.
 * @param parts of the path below the host's own
 * @param namespace for `ns`, or null
 */
export function requestUrl(
  host: RegistryHost,
  parts: readonly string[],
  namespace: string | null,
  options: { strictColons: boolean },
): RequestUrl {
  const path = joinPath("/", host.path, ...parts).replace(UNKNOWN_DIGEST, SAFE_DIGEST);
  const query = namespace === null ? "" : `?ns=${encodeURIComponent(namespace)}`;
  const base = `${host.scheme}://${host.host}`;
  const parsed = parseUrl(base + path + query, options);
  const sent = parsed.ok
    ? escapedPath(parsed.url) + (parsed.url.query && `?${parsed.url.query}`)
    : path + query;
  const url = base + sent.replace(SAFE_DIGEST, UNKNOWN_DIGEST);
  return { url, failure: failureOf(host) ?? (parsed.ok ? null : reasonOf(parsed.error)) };
}

function failureOf({ scheme, host, dialTimeoutMs }: RegistryHost): string | null {
  if (scheme !== "http" && scheme !== "https") return `unsupported protocol scheme "${scheme}"`;
  if (host === "") return "no Host in request URL";
  const { address, port, isAddress } = dialledAddress(host);
  if (!isAddress) return `lookup ${address}: no such host`;
  if (Number(port) > 65_535) return `address ${port}: invalid port`;
  // net.Dialer's deadline is over before it begins.
  return dialTimeoutMs !== null && dialTimeoutMs < 0 ? "i/o timeout" : null;
}

/** Without the URL that Go repeats. */
function reasonOf(error: string): string {
  return error.slice(error.lastIndexOf('": ') + '": '.length);
}
