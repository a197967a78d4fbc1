/** Go's net.SplitHostPort: null where it reports an error (no port, too many colons, bad brackets). */
export function splitHostPort(text: string): { host: string; port: string } | null {
  const colon = text.lastIndexOf(":");
  if (colon < 0) return null;
  const port = text.slice(colon + 1);
  const host = text.startsWith("[") ? bracketedHost(text, colon) : text.slice(0, colon);
  if (host === null || /[[\]]/.test(port) || /[[\]]/.test(host)) return null;
  return !text.startsWith("[") && host.includes(":") ? null : { host, port };
}

function bracketedHost(text: string, colon: number): string | null {
  const close = text.indexOf("]");
  return close >= 0 && close + 1 === colon ? text.slice(1, close) : null;
}
