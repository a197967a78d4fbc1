/** Puts brackets around a bare IPv6 host with port, `http://fd00::7:30020` (Spegel 0.7.2 pkg/httpx/url.go). */
export function bracketIPv6Host(address: string): string {
  const match = /^(.*?:\/\/)([^/]*)(.*)$/s.exec(address);
  const [, scheme = "", host = "", rest = ""] = match ?? [];
  const lastColon = host.lastIndexOf(":");
  if (match === null || host.indexOf(":") === lastColon || host.includes("[")) return address;
  return `${scheme}[${host.slice(0, lastColon)}]${host.slice(lastColon)}${rest}`;
}
