import { ipv6Groups, isIPv4 } from "./ip.js";
import { quote } from "./quote.js";
import { decodeUtf8, utf8Bytes } from "./utf8.js";

/** The parts of Go's url.URL that containerd looks at. */
export interface GoUrl {
  scheme: string;
  host: string;
  path: string;
}

export type UrlResult = { ok: true; url: GoUrl } | { ok: false; error: string };

interface UrlOptions {
  /** Go 1.26: a host of an http or https URL holds one colon at most (GODEBUG urlstrictcolons). */
  strictColons: boolean;
}

type Part = "path" | "host" | "zone" | "user" | "fragment";

/** Ends a parse; caught in parseUrl, never seen outside this file. */
class UrlFault extends Error {}

/**
 * Go's url.Parse (net/url of Go 1.26): scheme, host and decoded path; user, query and fragment are
 * checked and dropped.
 * @returns the parts, or Go's error text, quoted URL included
 */
export function parseUrl(text: string, options: UrlOptions): UrlResult {
  const [beforeFragment, fragment] = cut(text, "#");
  let parsing = beforeFragment;
  try {
    const url = parseParts(beforeFragment, options);
    parsing = text;
    decodePercent(fragment, "fragment");
    return { ok: true, url };
  } catch (fault) {
    if (!(fault instanceof UrlFault)) throw fault;
    return { ok: false, error: `parse ${quote(parsing)}: ${fault.message}` };
  }
}

function parseParts(text: string, options: UrlOptions): GoUrl {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what Go refuses.
  if (/[\x00-\x1f\x7f]/.test(text)) throw new UrlFault("net/url: invalid control character in URL");
  const { scheme, rest } = splitScheme(text);
  const [hierarchy] = cut(rest, "?");
  if (!hierarchy.startsWith("/")) {
    // "http:mirror" is an opaque URL: it has neither host nor path.
    if (scheme !== "") return { scheme, host: "", path: "" };
    if (cut(hierarchy, "/")[0].includes(":")) {
      throw new UrlFault("first path segment in URL cannot contain colon");
    }
  }
  if (!hierarchy.startsWith("//") || (scheme === "" && hierarchy.startsWith("///"))) {
    return { scheme, host: "", path: decodePercent(hierarchy, "path") };
  }
  const slash = hierarchy.indexOf("/", 2);
  const end = slash < 0 ? hierarchy.length : slash;
  const host = parseAuthority(scheme, hierarchy.slice(2, end), options);
  return { scheme, host, path: decodePercent(hierarchy.slice(end), "path") };
}

function splitScheme(text: string): { scheme: string; rest: string } {
  if (text.startsWith(":")) throw new UrlFault("missing protocol scheme");
  const match = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text);
  if (match === null) return { scheme: "", rest: text };
  return { scheme: (match[1] ?? "").toLowerCase(), rest: text.slice(match[0].length) };
}

function parseAuthority(scheme: string, authority: string, options: UrlOptions): string {
  const at = authority.lastIndexOf("@");
  const host = parseHost(scheme, authority.slice(at + 1), options);
  if (at >= 0) {
    const user = authority.slice(0, at);
    if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user)) throw new UrlFault("net/url: invalid userinfo");
    decodePercent(user, "user");
  }
  return host;
}

function parseHost(scheme: string, host: string, options: UrlOptions): string {
  const bracket = host.lastIndexOf("[");
  if (bracket > 0) throw new UrlFault("invalid IP-literal");
  if (bracket === 0) return parseBracketedHost(host);
  const strict = options.strictColons && (scheme === "http" || scheme === "https");
  const colon = strict ? host.indexOf(":") : host.lastIndexOf(":");
  if (colon >= 0) checkPort(host.slice(colon));
  return decodePercent(host, "host");
}

function parseBracketedHost(host: string): string {
  const close = host.lastIndexOf("]");
  if (close < 0) throw new UrlFault("missing ']' in host");
  const port = host.slice(close + 1);
  checkPort(port);
  const inside = host.slice(1, close);
  const zone = inside.indexOf("%25");
  const name =
    zone < 0
      ? decodePercent(inside, "host")
      : decodePercent(inside.slice(0, zone), "host") + decodePercent(inside.slice(zone), "zone");
  checkAddress(name);
  return `[${name}]${port}`;
}

function checkPort(colonPort: string): void {
  if (!/^(:\d*)?$/.test(colonPort)) throw new UrlFault(`invalid port ${quote(colonPort)} after host`);
}

/** netip.ParseAddr: only an IPv6 address, with or without a zone, may stand in brackets. */
function checkAddress(name: string): void {
  if (isIPv4(name)) throw new UrlFault("invalid IP-literal");
  const [address, zone] = cut(name, "%");
  const hasEmptyZone = name.includes("%") && zone === "";
  if (hasEmptyZone || ipv6Groups(address) === null) {
    throw new UrlFault(`invalid host: ParseAddr(${quote(name)}): unable to parse IP`);
  }
}

const HOST_CHARACTER = /[A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"]/;

function decodePercent(text: string, part: Part): string {
  const inHost = part === "host" || part === "zone";
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (character === "%") {
      bytes.push(escapedByte(text.slice(at, at + 3), part));
      at += 2;
    } else {
      if (inHost && character < "\x80" && !HOST_CHARACTER.test(character)) {
        throw new UrlFault(`invalid character ${quote(character)} in host name`);
      }
      bytes.push(...utf8Bytes(character.codePointAt(0) ?? 0));
      at += character.length - 1;
    }
  }
  // Escapes may spell bytes that are no UTF-8.
  return decodeUtf8(bytes);
}

function escapedByte(triplet: string, part: Part): number {
  const byte = /^%[0-9a-fA-F]{2}$/.test(triplet) ? Number.parseInt(triplet.slice(1), 16) : -1;
  const allowed =
    triplet === "%25" ||
    (part === "host" && byte >= 0x80) ||
    (part === "zone" && (byte === 0x20 || HOST_CHARACTER.test(String.fromCharCode(byte)))) ||
    (part !== "host" && part !== "zone");
  if (byte < 0 || !allowed) throw new UrlFault(`invalid URL escape ${quote(triplet)}`);
  return byte;
}

/** Go's strings.Cut, without its third result. */
function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
