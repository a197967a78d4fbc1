// Go's net/url (Go 1.26): Parse and what its URL says of itself.

import { fromByteString, toByteString } from "./bytes.js";
import { parseAddress } from "./ip.js";
import { quote } from "./quote.js";
import { escapePart, isEscaped, UrlFault, unescapePart } from "./url-escape.js";

/** Go's url.URL. Path and fragment are decoded; a byte of theirs that is no UTF-8 is held as `bytes.ts` says. */
export interface GoUrl {
  /** In small letters. */
  readonly scheme: string;
  /** What follows the scheme where no slash does, "mirror" of "http:mirror". */
  readonly opaque: string;
  /** User and password, escaped as Go prints them; null when there are none. */
  readonly user: string | null;
  /** Host with port, decoded. */
  readonly host: string;
  readonly path: string;
  /** The path as written where Go would escape it otherwise, else "". */
  readonly rawPath: string;
  /** As written. */
  readonly query: string;
  /** A lone "?" at the end. */
  readonly forceQuery: boolean;
  readonly fragment: string;
  readonly rawFragment: string;
  /** "scheme:/path", which has no "//". */
  readonly omitHost: boolean;
}

export type UrlResult =
  | { readonly ok: true; readonly url: GoUrl }
  | { readonly ok: false; readonly error: string };

export interface UrlOptions {
  /** Go 1.26: a host of an http or https URL holds one colon at most (GODEBUG urlstrictcolons). Default true. */
  readonly strictColons?: boolean;
}

/** A URL without anything. */
export const emptyUrl: GoUrl = {
  scheme: "",
  opaque: "",
  user: null,
  host: "",
  path: "",
  rawPath: "",
  query: "",
  forceQuery: false,
  fragment: "",
  rawFragment: "",
  omitHost: false,
};

/**
 * Go's url.Parse.
 * @returns the parts, or Go's error text, quoted URL included
 */
export function parseUrl(text: string, options: UrlOptions = {}): UrlResult {
  const source = toByteString(text);
  const [beforeFragment, fragment] = cut(source, "#");
  let parsing = beforeFragment;
  try {
    const url = parseParts(beforeFragment, options);
    parsing = source;
    return { ok: true, url: asTexts({ ...url, ...fragmentParts(fragment) }) };
  } catch (fault) {
    if (!(fault instanceof UrlFault)) throw fault;
    return { ok: false, error: `parse ${quote(fromByteString(parsing))}: ${fault.message}` };
  }
}

/** The parse works on byte strings; what it gives holds texts. */
function asTexts(url: GoUrl): GoUrl {
  return {
    ...url,
    opaque: fromByteString(url.opaque),
    host: fromByteString(url.host),
    path: fromByteString(url.path),
    rawPath: fromByteString(url.rawPath),
    query: fromByteString(url.query),
    fragment: fromByteString(url.fragment),
    rawFragment: fromByteString(url.rawFragment),
  };
}

function parseParts(source: string, options: UrlOptions): GoUrl {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what Go refuses.
  if (/[\x00-\x1f\x7f]/.test(source)) throw new UrlFault("net/url: invalid control character in URL");
  if (source === "*") return { ...emptyUrl, path: "*" };
  const { scheme, rest } = splitScheme(source);
  const [hierarchy, query] = cut(rest, "?");
  const url = { ...emptyUrl, scheme, query, forceQuery: rest.includes("?") && query === "" };
  if (!hierarchy.startsWith("/")) {
    if (scheme !== "") return { ...url, opaque: hierarchy };
    if (cut(hierarchy, "/")[0].includes(":")) {
      throw new UrlFault("first path segment in URL cannot contain colon");
    }
  }
  if (!hierarchy.startsWith("//") || (scheme === "" && hierarchy.startsWith("///"))) {
    return { ...url, ...pathParts(hierarchy), omitHost: scheme !== "" && hierarchy.startsWith("/") };
  }
  const slash = hierarchy.indexOf("/", 2);
  const end = slash < 0 ? hierarchy.length : slash;
  return {
    ...url,
    ...parseAuthority(scheme, hierarchy.slice(2, end), options),
    ...pathParts(hierarchy.slice(end)),
  };
}

function splitScheme(source: string): { scheme: string; rest: string } {
  if (source.startsWith(":")) throw new UrlFault("missing protocol scheme");
  const match = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(source);
  if (match === null) return { scheme: "", rest: source };
  return { scheme: (match[1] ?? "").toLowerCase(), rest: source.slice(match[0].length) };
}

function pathParts(source: string): Pick<GoUrl, "path" | "rawPath"> {
  const path = unescapePart(source, "path");
  return { path, rawPath: escapePart(path, "path") === source ? "" : source };
}

function fragmentParts(source: string): Pick<GoUrl, "fragment" | "rawFragment"> {
  const fragment = unescapePart(source, "fragment");
  return { fragment, rawFragment: escapePart(fragment, "fragment") === source ? "" : source };
}

function parseAuthority(
  scheme: string,
  authority: string,
  options: UrlOptions,
): Pick<GoUrl, "user" | "host"> {
  const at = authority.lastIndexOf("@");
  const host = parseHost(scheme, authority.slice(at + 1), options);
  return { host, user: at < 0 ? null : parseUser(authority.slice(0, at)) };
}

function parseUser(source: string): string {
  if (!/^[\w.:~!$&'()*+,;=%@-]*$/.test(source)) throw new UrlFault("net/url: invalid userinfo");
  const colon = source.indexOf(":");
  const parts = colon < 0 ? [source] : [source.slice(0, colon), source.slice(colon + 1)];
  return parts.map((part) => escapePart(unescapePart(part, "user"), "user")).join(":");
}

function parseHost(scheme: string, host: string, { strictColons = true }: UrlOptions): string {
  const bracket = host.lastIndexOf("[");
  if (bracket > 0) throw new UrlFault("invalid IP-literal");
  if (bracket === 0) return parseBracketedHost(host);
  const isStrict = strictColons && (scheme === "http" || scheme === "https");
  const colon = isStrict ? host.indexOf(":") : host.lastIndexOf(":");
  if (colon >= 0) checkPort(host.slice(colon));
  return unescapePart(host, "host");
}

/** Only an IPv6 address, with or without a zone, may stand in brackets. */
function parseBracketedHost(host: string): string {
  const close = host.lastIndexOf("]");
  if (close < 0) throw new UrlFault("missing ']' in host");
  const port = host.slice(close + 1);
  checkPort(port);
  const inside = host.slice(1, close);
  const zone = inside.indexOf("%25");
  const name =
    zone < 0
      ? unescapePart(inside, "host")
      : unescapePart(inside.slice(0, zone), "host") + unescapePart(inside.slice(zone), "zone");
  const result = parseAddress(fromByteString(name));
  if (!result.ok) throw new UrlFault(`invalid host: ${result.error}`);
  if (result.address.bytes.length === 4) throw new UrlFault("invalid IP-literal");
  return `[${name}]${port}`;
}

function checkPort(colonPort: string): void {
  if (!isOptionalPort(colonPort)) {
    throw new UrlFault(`invalid port ${quote(fromByteString(colonPort))} after host`);
  }
}

function isOptionalPort(text: string): boolean {
  return /^(:[0-9]*)?$/.test(text);
}

/** Go's URL.Hostname: the host without port and brackets. */
export function hostname({ host }: Pick<GoUrl, "host">): string {
  const colon = host.lastIndexOf(":");
  const name = colon >= 0 && isOptionalPort(host.slice(colon)) ? host.slice(0, colon) : host;
  return name.startsWith("[") && name.endsWith("]") ? name.slice(1, -1) : name;
}

/** Go's URL.EscapedPath: the path as it goes on the wire. */
export function escapedPath({ path, rawPath }: Pick<GoUrl, "path" | "rawPath">): string {
  return path === "*" ? "*" : escapedText(path, rawPath, "path");
}

/** What was written, where that is an escaped form of the text; else Go's own escaping of it. */
function escapedText(text: string, raw: string, part: "path" | "fragment"): string {
  const written = toByteString(raw);
  const bytes = toByteString(text);
  const isHint = raw !== "" && isEscaped(written, part) && decodes(written, bytes, part);
  return isHint ? raw : escapePart(bytes, part);
}

function decodes(raw: string, bytes: string, part: "path" | "fragment"): boolean {
  try {
    return unescapePart(raw, part) === bytes;
  } catch {
    return false;
  }
}

/** Go's URL.String. */
export function formatUrl(url: GoUrl): string {
  const scheme = url.scheme === "" ? "" : `${url.scheme}:`;
  const query = url.forceQuery || url.query !== "" ? `?${url.query}` : "";
  const fragment = url.fragment === "" ? "" : `#${escapedText(url.fragment, url.rawFragment, "fragment")}`;
  return scheme + (url.opaque === "" ? hierarchyOf(url) : url.opaque) + query + fragment;
}

function hierarchyOf(url: GoUrl): string {
  const { scheme, host, user, omitHost } = url;
  const path = escapedPath(url);
  const hasAuthority = host !== "" || user !== null;
  if (!hasAuthority && (scheme === "" || omitHost || url.path === "")) {
    // "this:that" would be read as scheme "this".
    return scheme === "" && cut(path, "/")[0].includes(":") ? `./${path}` : path;
  }
  const slash = host !== "" && path !== "" && !path.startsWith("/") ? "/" : "";
  return `//${user === null ? "" : `${user}@`}${escapePart(toByteString(host), "host")}${slash}${path}`;
}

/** Go's len(URL.Query()) > 0: whether the query holds a parameter that Go can read. */
export function hasQueryParameters({ query }: Pick<GoUrl, "query">): boolean {
  const pairs = query.split("&");
  // Go reads nothing of a query with more.
  return (
    pairs.length <= 10_000 && pairs.some((pair) => pair !== "" && !pair.includes(";") && isQueryPart(pair))
  );
}

function isQueryPart(pair: string): boolean {
  return !/%(?![\da-fA-F]{2})/.test(pair);
}

/** Go's strings.Cut, without its third result. */
function cut(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
