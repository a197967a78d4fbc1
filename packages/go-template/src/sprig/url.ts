import { emptyUrl, formatUrl, type GoUrl, hostname, parseUrl } from "@lookinglass/go";
import { Failure } from "../errors.js";
import { fixed, type GoFunction } from "../functions.js";
import { mapValue } from "../values.js";
import { DICT, kindName, STRING, text } from "./coerce.js";

function urlParse(source: string): Map<string, string> {
  const result = parseUrl(source);
  if (!result.ok) throw new Failure(`unable to parse url: ${result.error}`);
  const { url } = result;
  return new Map([
    ["scheme", url.scheme],
    ["host", url.host],
    ["hostname", hostname(url)],
    ["path", url.path],
    ["query", url.query],
    ["opaque", url.opaque],
    ["fragment", url.fragment],
    ["userinfo", url.user ?? ""],
  ]);
}

function urlJoin(dict: unknown): string {
  const url: GoUrl = {
    ...emptyUrl,
    scheme: dictText(dict, "scheme"),
    host: dictText(dict, "host"),
    path: dictText(dict, "path"),
    query: dictText(dict, "query"),
    opaque: dictText(dict, "opaque"),
    fragment: dictText(dict, "fragment"),
  };
  const userinfo = dictText(dict, "userinfo");
  return formatUrl(userinfo === "" ? url : { ...url, user: readUser(userinfo) });
}

function readUser(userinfo: string): string | null {
  const result = parseUrl(`proto://${userinfo}@host`);
  if (!result.ok) throw new Failure(`unable to parse userinfo in dict: ${result.error}`);
  return result.url.user;
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
