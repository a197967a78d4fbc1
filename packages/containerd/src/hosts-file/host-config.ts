import { cleanPath, joinPath, parseDuration, parseUrl, quote, toWellFormed } from "@lookinglass/go";
import { formatValue, type GoValue, typeName } from "../go/value.js";
import type { HostFields } from "./fields.js";

export type Capability = "pull" | "resolve" | "push" | "referrers";

/** One host as containerd holds it after its own checks. */
export interface HostConfig {
  scheme: string;
  /** Host and port; "" for a root entry that the image's own registry fills. */
  host: string;
  path: string;
  capabilities: Capability[];
  skipVerify: boolean | null;
  ca: string[] | null;
  client: [cert: string, key: string][] | null;
  header: Map<string, string[]> | null;
  dialTimeoutMs: number | null;
}

export interface CheckRules {
  /** The capabilities that the release knows, in containerd's order. */
  capabilities: readonly Capability[];
  overridePath: boolean;
  strictColons: boolean;
}

/** Ends the checks with containerd's error text; caught in read.ts. */
export class CheckFault extends Error {}

/**
 * containerd's parseHostConfig: checks the fields of one host and fills in what they leave open.
 * @param server the host's name as written, "" for a root without `server`
 * @param directory what relative certificate files are relative to
 */
export function checkHost(
  server: string,
  directory: string,
  fields: HostFields,
  rules: CheckRules,
): HostConfig {
  const { scheme, host, path } =
    server === "" ? { scheme: "", host: "", path: "" } : hostUrl(server, fields.overridePath, rules);
  return {
    scheme,
    host,
    path,
    skipVerify: fields.skipVerify,
    capabilities: readCapabilities(fields.capabilities ?? [], rules),
    ca: fields.ca && caFiles(fields.ca, directory),
    client: fields.client && clientPairs(fields.client, directory),
    header: fields.header && headerValues(fields.header),
    dialTimeoutMs: fields.dialTimeout === "" ? null : milliseconds(fields.dialTimeout),
  };
}

function hostUrl(server: string, overridePath: boolean, rules: CheckRules) {
  const text = server.startsWith("http") ? server : `https://${server}`;
  const result = parseUrl(text, rules);
  if (!result.ok) throw new CheckFault(`unable to parse server ${text}: ${result.error}`);
  const { scheme } = result.url;
  const host = toWellFormed(result.url.host);
  return { scheme, host, path: apiRoot(toWellFormed(result.url.path), overridePath && rules.overridePath) };
}

/** Where a host's API starts: `/v2` is appended unless it is there or override_path says otherwise. */
function apiRoot(path: string, overridePath: boolean): string {
  if (path === "") return overridePath ? "" : "/v2";
  const clean = cleanPath(path);
  return clean.endsWith("/v2") || overridePath ? clean : `${clean}/v2`;
}

function readCapabilities(names: string[], rules: CheckRules): Capability[] {
  if (names.length === 0) return [...rules.capabilities];
  const wanted = new Set<string>();
  for (const name of names) {
    const lower = name.toLowerCase();
    if (!rules.capabilities.some((known) => known === lower)) {
      throw new CheckFault(`unknown capability ${name}`);
    }
    wanted.add(lower);
  }
  return rules.capabilities.filter((known) => wanted.has(known));
}

function caFiles(value: GoValue, directory: string): string[] {
  if (value.type === "string") return [absolute(value.value, directory)];
  if (!isList(value)) throw new CheckFault(`invalid type ${formatValue(value)} for "ca"`);
  return strings(value.items).map((file) => absolute(file, directory));
}

function clientPairs(value: GoValue, directory: string): HostConfig["client"] {
  if (value.type === "string") return [[absolute(value.value, directory), ""]];
  if (!isList(value)) throw new CheckFault(`invalid type ${formatValue(value)} for "client"`);
  const pairs = value.items.map((item) => clientPair(item, directory));
  // An empty list leaves containerd's own list unset.
  return pairs.length === 0 ? null : pairs;
}

function clientPair(item: GoValue, directory: string): [cert: string, key: string] {
  if (item.type === "string") return [absolute(item.value, directory), ""];
  if (!isList(item)) throw new CheckFault(`invalid type ${typeName(item)} for "client"`);
  const files = strings(item.items);
  const [cert, key] = files;
  if (cert === undefined || key === undefined || files.length !== 2) {
    throw new CheckFault(`invalid pair ${formatValue(item)} for "client"`);
  }
  return [absolute(cert, directory), absolute(key, directory)];
}

function headerValues(header: Map<string, GoValue>): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of header) {
    if (value.type === "string") values.set(name, [value.value]);
    else if (isList(value)) values.set(name, strings(value.items));
    else throw new CheckFault(`invalid type ${formatValue(value)} for header ${quote(name)}`);
  }
  return values;
}

function milliseconds(text: string): number {
  const result = parseDuration(text);
  if ("error" in result) throw new CheckFault(result.error);
  return Number(result.nanoseconds) / 1e6;
}

/** A list of anything; go-toml 1.x's lists of tables are of another type. */
function isList(value: GoValue): value is Extract<GoValue, { type: "slice" }> {
  return value.type === "slice" && value.goType === "[]interface {}";
}

function strings(items: GoValue[]): string[] {
  return items.map((item) => {
    if (item.type !== "string") throw new CheckFault(`unable to cast ${formatValue(item)} to string`);
    return item.value;
  });
}

function absolute(file: string, directory: string): string {
  return file.startsWith("/") ? file : joinPath(directory, file);
}
