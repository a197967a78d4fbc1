/**
 * The part of Go's net/url that decides which registry addresses Spegel accepts and how it writes them:
 * url.Parse, URL.String and the number of query parameters (Go 1.26 with `urlstrictcolons=0`, which is
 * what Spegel's go.mod selects, so that `http://fd00::7:30021` is still accepted).
 */
import { isIPv6 } from "./ip.js";
import { escapePart, isEscaped, unescapePart } from "./url-escape.js";

export interface GoUrl {
  readonly scheme: string;
  readonly opaque: string;
  /** User information as written, null when there is none. */
  readonly user: string | null;
  /** Host with port, decoded. */
  readonly host: string;
  /** Path as written. */
  readonly path: string;
  readonly query: string;
  /** True for a lone "?" at the end. */
  readonly forceQuery: boolean;
  readonly fragment: string;
}

export type UrlResult = { readonly url: GoUrl } | { readonly error: string };

/** url.Parse. The error is Go's text, `parse "…": …`. */
export function parseUrl(text: string): UrlResult {
  const [beforeFragment, fragment] = cut(text, "#");
  const parsed = parseWithoutFragment(beforeFragment);
  if ("reason" in parsed) return { error: `parse ${JSON.stringify(beforeFragment)}: ${parsed.reason}` };
  const decoded = unescapePart(fragment, "fragment");
  if ("reason" in decoded) return { error: `parse ${JSON.stringify(text)}: ${decoded.reason}` };
  return { url: { ...parsed.url, fragment } };
}

/** URL.String. */
export function urlText(url: GoUrl): string {
  const scheme = url.scheme === "" ? "" : `${url.scheme}:`;
  const query = url.forceQuery || url.query !== "" ? `?${url.query}` : "";
  const fragment = url.fragment === "" ? "" : `#${asWrittenOrEscaped(url.fragment, "fragment")}`;
  return `${scheme}${url.opaque === "" ? hierarchy(url) : url.opaque}${query}${fragment}`;
}

/** len(URL.Query()) > 0: whether the query holds a parameter that Go can read. */
export function hasQueryParameters(url: GoUrl): boolean {
  return url.query.split("&").some((pair) => pair !== "" && !pair.includes(";") && isDecodable(pair));
}

type Parsed = { readonly url: GoUrl } | { readonly reason: string };

const emptyUrl: GoUrl = {
  scheme: "",
  opaque: "",
  user: null,
  host: "",
  path: "",
  query: "",
  forceQuery: false,
  fragment: "",
};

function parseWithoutFragment(text: string): Parsed {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Go refuses exactly these
  if (/[\x00-\x1f\x7f]/.test(text)) return { reason: "net/url: invalid control character in URL" };
  if (text === "*") return { url: { ...emptyUrl, path: "*" } };
  const split = splitScheme(text);
  if (split === null) return { reason: "missing protocol scheme" };
  const { scheme, rest: afterScheme } = split;
  const forceQuery = afterScheme.endsWith("?") && afterScheme.indexOf("?") === afterScheme.length - 1;
  const [rest, query] = cut(afterScheme, "?");
  const start: GoUrl = { ...emptyUrl, scheme, query, forceQuery };
  if (!rest.startsWith("/")) {
    if (scheme !== "") return { url: { ...start, opaque: rest } };
    if (cut(rest, "/")[0].includes(":")) return { reason: "first path segment in URL cannot contain colon" };
  }
  if (rest.startsWith("//") && (scheme !== "" || !rest.startsWith("///")))
    return parseAfterSlashes(start, rest);
  return withPath(start, rest);
}

/** Null for a text that begins with a colon. */
function splitScheme(text: string): { scheme: string; rest: string } | null {
  if (text.startsWith(":")) return null;
  const match = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text);
  if (match?.[1] === undefined) return { scheme: "", rest: text };
  return { scheme: match[1].toLowerCase(), rest: text.slice(match[0].length) };
}

function parseAfterSlashes(start: GoUrl, rest: string): Parsed {
  const slash = rest.indexOf("/", 2);
  const authority = slash === -1 ? rest.slice(2) : rest.slice(2, slash);
  const path = slash === -1 ? "" : rest.slice(slash);
  const at = authority.lastIndexOf("@");
  const host = parseHost(authority.slice(at + 1));
  if ("reason" in host) return host;
  const user = at === -1 ? null : authority.slice(0, at);
  if (user !== null && !/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user)) {
    return { reason: "net/url: invalid userinfo" };
  }
  const decodedUser = unescapePart(user ?? "", "userPassword");
  if ("reason" in decodedUser) return decodedUser;
  return withPath({ ...start, user, host: host.text }, path);
}

function withPath(start: GoUrl, path: string): Parsed {
  const decoded = unescapePart(path, "path");
  return "reason" in decoded ? decoded : { url: { ...start, path } };
}

function parseHost(host: string): { text: string } | { reason: string } {
  const open = host.lastIndexOf("[");
  if (open > 0) return { reason: "invalid IP-literal" };
  if (open === 0) return parseBracketedHost(host);
  const colon = host.lastIndexOf(":");
  if (colon !== -1 && !isOptionalPort(host.slice(colon))) return invalidPort(host.slice(colon));
  return unescapePart(host, "host");
}

function parseBracketedHost(host: string): { text: string } | { reason: string } {
  const close = host.lastIndexOf("]");
  if (close < 0) return { reason: "missing ']' in host" };
  const port = host.slice(close + 1);
  if (!isOptionalPort(port)) return invalidPort(port);
  const inside = host.slice(1, close);
  const zoneStart = inside.indexOf("%25");
  const address = unescapePart(zoneStart === -1 ? inside : inside.slice(0, zoneStart), "host");
  if ("reason" in address) return address;
  const zone = unescapePart(zoneStart === -1 ? "" : inside.slice(zoneStart), "zone");
  if ("reason" in zone) return zone;
  const literal = address.text + zone.text;
  if (!isIPv6(literal)) return { reason: "invalid IP-literal" };
  return { text: `[${literal}]${port}` };
}

function invalidPort(port: string): { reason: string } {
  return { reason: `invalid port ${JSON.stringify(port)} after host` };
}

function isOptionalPort(text: string): boolean {
  return /^(:[0-9]*)?$/.test(text);
}

function hierarchy(url: GoUrl): string {
  const path = asWrittenOrEscaped(url.path, "path");
  const hasAuthority = url.host !== "" || url.user !== null || (url.scheme !== "" && url.path !== "");
  if (!hasAuthority) return path;
  // A scheme with a path but no host keeps "//" only when it was written, which it always is for registries.
  const user = url.user === null ? "" : `${url.user}@`;
  return `//${user}${escapePart(url.host, "host")}${path}`;
}

function asWrittenOrEscaped(text: string, mode: "path" | "fragment"): string {
  if (isEscaped(text, mode)) return text;
  const decoded = unescapePart(text, mode);
  return escapePart("text" in decoded ? decoded.text : text, mode);
}

function isDecodable(pair: string): boolean {
  return "text" in unescapePart(pair, "query");
}

function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
