/** The hosts.toml of one registry, in the three layouts that Spegel has had. Bytes matter. */
import { base64, compareStrings } from "@lookinglass/go";
import type { MirrorBehaviour } from "./behaviour.js";
import { tomlHeader, tomlString, tomlTableBody } from "./toml-text.js";
import type { TomlTable, TomlValue } from "./toml-values.js";

export interface BasicAuth {
  readonly username: string;
  readonly password: string;
}

/** What goes into every mirror host of every file. */
export interface HostSettings {
  readonly targets: readonly string[];
  readonly resolveTags: boolean;
  readonly basicAuth: BasicAuth | null;
}

/** 0.0.3 to 0.0.10: double quotes, keys indented by two blanks, no newline at the end. */
export function doubleQuotedHosts(
  registry: { readonly server: string; readonly address: string },
  targets: readonly string[],
  behaviour: MirrorBehaviour,
): string {
  const hosts = targets.map((target, index) => {
    const host = `\n\n[host."${target}"]\n  capabilities = ["pull", "resolve"]`;
    if (!behaviour.spegelHeaders) return host;
    const external = index === 0 ? "" : `\n  X-Spegel-External = ["true"]`;
    return `${host}\n[host."${target}".header]\n  X-Spegel-Registry = ["${registry.address}"]\n  X-Spegel-Mirror = ["true"]${external}`;
  });
  return `server = "${registry.server}"${hosts.join("")}`;
}

/**
 * 0.0.11 to 0.0.25: go-toml's own layout of a map of hosts, sorted by address. `hosts` holds the kept
 * hosts' fields in the order in which Spegel declares them; null when there is no host table at all.
 */
export function marshalledHosts(server: string, hosts: ReadonlyMap<string, TomlTable> | null): string {
  const serverLine = `server = ${tomlString(server)}\n`;
  if (hosts === null) return serverLine;
  const sorted = [...hosts].sort(([a], [b]) => compareStrings(a, b));
  const tables = sorted.map(([host, fields]) => {
    const path = ["host", host];
    return tomlHeader(path) + tomlTableBody(path, [...fields]);
  });
  return `${serverLine}\n[host]\n${tables.join("\n")}`;
}

/** 0.0.26 on: single quotes, targets as given, trimmed at both ends. */
export function templatedHosts(server: string, settings: HostSettings, behaviour: MirrorBehaviour): string {
  const serverLine = server === "" ? "" : `server = '${server}'`;
  const capabilities = `['${capabilityNames(settings.resolveTags, behaviour).join("', '")}']`;
  const authorization = behaviour.basicAuth ? authorizationOf(settings.basicAuth) : "";
  const hosts = settings.targets.map((target) => {
    const lines = [`[host.'${target}']`, `capabilities = ${capabilities}`];
    if (behaviour.dialTimeout !== null) lines.push(`dial_timeout = '${behaviour.dialTimeout}'`);
    if (authorization !== "") lines.push(`[host.'${target}'.header]`, `Authorization = '${authorization}'`);
    return lines.join("\n");
  });
  return [serverLine, ...hosts].filter((part) => part !== "").join("\n\n");
}

/** A mirror host as the marshalled layout holds it. */
export function capabilityFields(resolveTags: boolean, behaviour: MirrorBehaviour): TomlTable {
  const items: TomlValue[] = capabilityNames(resolveTags, behaviour).map((text) => ({
    kind: "string",
    text,
  }));
  return new Map([["capabilities", { kind: "array", items }]]);
}

function capabilityNames(resolveTags: boolean, behaviour: MirrorBehaviour): string[] {
  return resolveTags || !behaviour.resolveTagsOption ? ["pull", "resolve"] : ["pull"];
}

function authorizationOf(basicAuth: BasicAuth | null): string {
  if (basicAuth === null || (basicAuth.username === "" && basicAuth.password === "")) return "";
  return `Basic ${base64(`${basicAuth.username}:${basicAuth.password}`)}`;
}
