import { ipv6Groups } from "./go/ip.js";

/** Where Go's HTTP client connects for the host of a URL. */
export interface DialledAddress {
  /** Without brackets. */
  address: string;
  /** "" for the scheme's own. */
  port: string;
  /** False: neither an address nor a name that could be looked up, for its colons. */
  isAddress: boolean;
}

/** net/url's Hostname and Port: what stands before the last colon, if only digits or nothing follow. */
export function dialledAddress(host: string): DialledAddress {
  const [, before = host, port = ""] = /^(.*):(\d*)$/s.exec(host) ?? [];
  const address = before.replace(/^\[(.*)\]$/s, "$1");
  const withoutZone = address.replace(/%.*$/s, "");
  return { address, port, isAddress: !address.includes(":") || ipv6Groups(withoutZone) !== null };
}
