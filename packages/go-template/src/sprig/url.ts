// Go's net/url: Parse and URL.String.

import { fromByteString, toByteString } from "../bytes.js";
import { Failure } from "../errors.js";
import { fixed, type GoFunction } from "../functions.js";
import { quote } from "../strconv.js";
import { mapValue } from "../values.js";
import { DICT, kindName, STRING, text } from "./coerce.js";

/** The part of a URL that is escaped: each lets other characters pass. */
type Part = "path" | "user" | "host" | "zone" | "fragment";

/** All parts as byte strings. */
interface Url {
  scheme: string;
  opaque: string;
  user: string | undefined;
  host: string;
  path: string;
  rawPath: string;
  query: string;
  forceQuery: boolean;
  fragment: string;
  rawFragment: string;
  /** "scheme:/path", which has no "//". */
  omitHost: boolean;
}

const HOST_EXTRA = "!$&'()*+,;=:[]<>\"";
const PASS: Readonly<Record<Part, string>> = {
  path: "$&+,/:;=@",
  user: "$&+,;=",
  host: HOST_EXTRA,
  zone: HOST_EXTRA,
  fragment: "$&+,/:;=?@!()*",
};

function passes(byte: string, part: Part): boolean {
  return /^[\w.~-]$/.test(byte) || PASS[part].includes(byte);
}

function escapePart(s: string, part: Part): string {
  let escaped = "";
  for (const byte of s) escaped += passes(byte, part) ? byte : percent(byte);
  return escaped;
}

function percent(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

function unescapePart(s: string, part: Part): string {
  const inHost = part === "host" || part === "zone";
  let result = "";
  for (let i = 0; i < s.length; i++) {
    const byte = s.charAt(i);
    if (byte === "%") {
      result += unescapeByte(s.slice(i, i + 3), part);
      i += 2;
    } else if (inHost && byte < "\x80" && !passes(byte, part)) {
      throw new Failure(`invalid character ${quote(byte)} in host name`);
    } else {
      result += byte;
    }
  }
  return result;
}

function unescapeByte(sequence: string, part: Part): string {
  const error = new Failure(`invalid URL escape ${quote(fromByteString(sequence))}`);
  if (!/^%[\da-fA-F]{2}$/.test(sequence)) throw error;
  const byte = String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
  if (part === "host" && byte < "\x80" && sequence !== "%25") throw error;
  if (part === "zone" && sequence !== "%25" && byte !== " " && !passes(byte, "host")) throw error;
  return byte;
}

/** url.Parse; errors as its texts. */
function parseUrl(source: string): Url {
  const hash = source.indexOf("#");
  const main = hash < 0 ? source : source.slice(0, hash);
  const url = describeErrors(main, () => parseMain(main));
  if (hash < 0 || hash === source.length - 1) return url;
  describeErrors(source, () => setFragment(url, source.slice(hash + 1)));
  return url;
}

function describeErrors<T>(source: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`parse ${quote(fromByteString(source))}: ${error.message}`);
  }
}

function newUrl(): Url {
  return {
    scheme: "",
    opaque: "",
    user: undefined,
    host: "",
    path: "",
    rawPath: "",
    query: "",
    forceQuery: false,
    fragment: "",
    rawFragment: "",
    omitHost: false,
  };
}

function parseMain(source: string): Url {
  if (/\p{Cc}/u.test(source.replace(/[\x80-\x9f]/g, "")))
    throw new Failure("net/url: invalid control character in URL");
  const url = newUrl();
  if (source === "*") return { ...url, path: "*" };
  const [scheme, afterScheme] = splitScheme(source);
  url.scheme = scheme.toLowerCase();
  const rest = splitQuery(url, afterScheme);
  if (!rest.startsWith("/")) {
    if (url.scheme !== "") return { ...url, opaque: rest };
    if (rest.split("/", 1)[0]?.includes(":")) {
      throw new Failure("first path segment in URL cannot contain colon");
    }
  }
  setPath(url, splitAuthority(url, rest));
  return url;
}

function splitScheme(source: string): [string, string] {
  if (source.startsWith(":")) throw new Failure("missing protocol scheme");
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(source)?.[1] ?? "";
  return [scheme, scheme === "" ? source : source.slice(scheme.length + 1)];
}

function splitQuery(url: Url, source: string): string {
  const mark = source.indexOf("?");
  if (mark < 0) return source;
  url.query = source.slice(mark + 1);
  url.forceQuery = url.query === "";
  return source.slice(0, mark);
}

/** Takes "//user@host" off; what follows is the path. */
function splitAuthority(url: Url, rest: string): string {
  if (!rest.startsWith("//") || (url.scheme === "" && rest.startsWith("///"))) {
    url.omitHost = url.scheme !== "" && rest.startsWith("/");
    return rest;
  }
  const slash = rest.indexOf("/", 2);
  const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
  const at = authority.lastIndexOf("@");
  url.host = parseHost(authority.slice(at + 1));
  if (at >= 0) url.user = parseUser(authority.slice(0, at));
  return slash < 0 ? "" : rest.slice(slash);
}

/** User and password, escaped again as Userinfo.String does. */
function parseUser(source: string): string {
  if (!/^[\w.:~!$&'()*+,;=%@-]*$/.test(source)) throw new Failure("net/url: invalid userinfo");
  const colon = source.indexOf(":");
  const parts = colon < 0 ? [source] : [source.slice(0, colon), source.slice(colon + 1)];
  return parts.map((part) => escapePart(unescapePart(part, "user"), "user")).join(":");
}

function parseHost(host: string): string {
  if (!host.startsWith("[")) {
    const colon = host.indexOf(":");
    if (colon >= 0) checkPort(host.slice(colon));
    return unescapePart(host, "host");
  }
  const close = host.lastIndexOf("]");
  if (close < 0) throw new Failure("missing ']' in host");
  checkPort(host.slice(close + 1));
  const zone = host.slice(0, close).indexOf("%25");
  if (zone < 0) return unescapePart(host, "host");
  const parts = [host.slice(0, zone), host.slice(close)].map((part) => unescapePart(part, "host"));
  return parts.join(unescapePart(host.slice(zone, close), "zone"));
}

function checkPort(port: string): void {
  if (!isPort(port)) throw new Failure(`invalid port ${quote(fromByteString(port))} after host`);
}

function isPort(port: string): boolean {
  return port === "" || /^:\d*$/.test(port);
}

function setPath(url: Url, source: string): void {
  url.path = unescapePart(source, "path");
  url.rawPath = escapePart(url.path, "path") === source ? "" : source;
}

function setFragment(url: Url, source: string): void {
  url.fragment = unescapePart(source, "fragment");
  url.rawFragment = escapePart(url.fragment, "fragment") === source ? "" : source;
}

/** URL.Hostname. */
function hostname(host: string): string {
  const colon = host.lastIndexOf(":");
  const name = colon >= 0 && isPort(host.slice(colon)) ? host.slice(0, colon) : host;
  return name.startsWith("[") && name.endsWith("]") ? name.slice(1, -1) : name;
}

/** URL.String, for a URL built of parts: its path and fragment are escaped afresh. */
function formatUrl(url: Url): string {
  const { scheme, opaque, host, user, query, fragment } = url;
  let result = scheme === "" ? "" : `${scheme}:`;
  if (opaque !== "") result += opaque;
  else {
    const hasAuthority = host !== "" || user !== undefined;
    if (hasAuthority || (scheme !== "" && url.path !== "")) result += "//";
    if (user !== undefined) result += `${user}@`;
    result += escapePart(host, "host") + formatPath(url, result === "" && host === "");
  }
  if (query !== "") result += `?${query}`;
  return fragment === "" ? result : `${result}#${escapePart(fragment, "fragment")}`;
}

function formatPath({ path, host }: Url, isFirst: boolean): string {
  const escaped = path === "*" ? "*" : escapePart(path, "path");
  if (escaped !== "" && !escaped.startsWith("/") && host !== "") return `/${escaped}`;
  return isFirst && escaped.split("/", 1)[0]?.includes(":") ? `./${escaped}` : escaped;
}

function urlParse(source: string): Map<string, string> {
  try {
    const url = parseUrl(toByteString(source));
    const parts: [string, string][] = [
      ["scheme", url.scheme],
      ["host", url.host],
      ["hostname", hostname(url.host)],
      ["path", url.path],
      ["query", url.query],
      ["opaque", url.opaque],
      ["fragment", url.fragment],
      ["userinfo", url.user ?? ""],
    ];
    return new Map(parts.map(([key, value]) => [key, fromByteString(value)]));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`unable to parse url: ${error.message}`);
  }
}

function urlJoin(dict: unknown): string {
  const part = (key: string) => toByteString(dictText(dict, key));
  const url: Url = {
    ...newUrl(),
    scheme: part("scheme"),
    host: part("host"),
    path: part("path"),
    query: part("query"),
    opaque: part("opaque"),
    fragment: part("fragment"),
  };
  const userinfo = part("userinfo");
  if (userinfo !== "") url.user = readUser(userinfo);
  return fromByteString(formatUrl(url));
}

function readUser(userinfo: string): string | undefined {
  try {
    return parseUrl(`proto://${userinfo}@host`).user;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`unable to parse userinfo in dict: ${error.message}`);
  }
}

function dictText(dict: unknown, key: string): string {
  const value = mapValue(dict, key);
  if (value === undefined) return "";
  if (value === null) throw new Failure("runtime error: invalid memory address or nil pointer dereference");
  if (typeof value === "string") return value;
  const kind = kindName(value);
  throw new Failure(`unable to parse ${key} key, must be of type string, but ${kind} found`);
}

export const urlFunctions: Readonly<Record<string, GoFunction>> = {
  urlParse: fixed([STRING], ([source]) => urlParse(text(source))),
  urlJoin: fixed([DICT], ([dict]) => urlJoin(dict)),
};
