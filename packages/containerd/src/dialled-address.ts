import { hostname, isIPv6 } from "@lookinglass/go";

/** Where Go's HTTP client connects for the host of a URL. */
export interface DialledAddress {
  /** Without brackets. */
  address: string;
  /** "" for the scheme's own. */
  port: string;
  /** False: neither an address nor a name that could be looked up, for its colons. */
  isAddress: boolean;
}

/** What stands before the last colon, if only digits or nothing follow; see hostname. */
export function dialledAddress(host: string): DialledAddress {
  const address = hostname({ host });
  const port = /:(\d*)$/.exec(host)?.[1] ?? "";
  return { address, port, isAddress: !address.includes(":") || isIPv6(address) };
}
