import { isIPv6 } from "@lookinglass/go";
import { parseImageRef } from "./image-ref.js";

/** Names of Docker Hub other than the one that its images have: docker.io. */
export const DOCKER_HUB_NAMES: readonly string[] = [
  "index.docker.io",
  "registry-1.docker.io",
  "registry.docker.io",
  "hub.docker.io",
  "www.docker.io",
  "registry.hub.docker.com",
  "registry.docker.com",
  "hub.docker.com",
  "www.docker.com",
  "docker.com",
];

/** Why hardly any image, or none, has a registry of some name. */
export interface RegistryNameFault {
  readonly reason: /** Docker Hub, whose images have docker.io. */
    | "docker-hub"
    /** `*.example.com`: one registry has one name. */
    | "wildcard"
    /** An IPv6 address outside of brackets. */
    | "no-brackets"
    /** `registry.example.com_5000`: the port as directories have it, or nearly. */
    | "port-as-directory"
    /** No port has this number. */
    | "port"
    /** Valid, but another name than the one in small letters, which images have. */
    | "capitals"
    /** Without a dot or a port: `team/app` is docker.io/team/app. */
    | "repository"
    /** Something stands behind the name. */
    | "path"
    /** A reference that begins so is refused. */
    | "invalid";
  /** The name that was surely meant. */
  readonly meant: string | null;
}

/**
 * Can this be the registry of an image, as containerd looks it up, and is it one that an image has? The grammar is that of
 * references (parseImageRef): `NAME/app` has to have the registry NAME.
 *
 * @param name host and port, without a scheme
 * @returns null for a registry's name; localhost and addresses are such
 */
export function registryNameFault(name: string): RegistryNameFault | null {
  const hub = hubName(name);
  if (hub) return { reason: "docker-hub", meant: hub };
  if (name.includes("*")) return { reason: "wildcard", meant: null };
  if (isBareIPv6(name)) return { reason: "no-brackets", meant: bracketedAddress(name) };
  const [, host = "", port = ""] = PORT_AS_DIRECTORY.exec(name) ?? [];
  if (host !== "") return { reason: "port-as-directory", meant: validOrNull(`${host}:${port}`) };
  const slash = name.indexOf("/");
  if (slash >= 0) return { reason: "path", meant: validOrNull(name.slice(0, slash)) };
  const parsed = parseImageRef(`${name}/app`);
  if ("error" in parsed) return { reason: "invalid", meant: validOrNull(tidied(name)) };
  if (parsed.registry !== name) return { reason: "repository", meant: null };
  const number = /:(\d+)$/.exec(name)?.[1];
  if (number !== undefined && !isPort(Number(number))) return { reason: "port", meant: null };
  const lower = name.toLowerCase();
  return lower === name ? null : { reason: "capitals", meant: validOrNull(lower) };
}

/** `reg.example_5000` and, where a directory's name is no answer, `reg.example_5000_`. */
const PORT_AS_DIRECTORY = /^([^/:]*\.[^/:]*|localhost)_(\d{2,5})_?$/;

function isPort(number: number): boolean {
  return number >= 1 && number <= 65_535;
}

/** Docker Hub's one name, where another one of its is given; the port of https says nothing. */
function hubName(name: string): string | null {
  const host = name.toLowerCase().replace(/:443$/, "");
  const isOther = DOCKER_HUB_NAMES.includes(host) || (host === "docker.io" && name !== host);
  return isOther ? "docker.io" : null;
}

function validOrNull(name: string): string | null {
  return name !== "" && registryNameFault(name) === null ? name : null;
}

/** Without blanks around it, and without the dot, colon or hyphen that its end has too many; in small letters. */
function tidied(name: string): string {
  const tidy = name
    .trim()
    .replace(/[.:-]{1,9}$/, "")
    .toLowerCase();
  return tidy === name ? "" : tidy;
}

/** An address, or an address with a port. */
function isBareIPv6(name: string): boolean {
  if (name.length > LONGEST_ADDRESS || name.split(":").length < 3) return false;
  return isIPv6Address(name) || isIPv6Address(name.replace(/:\d{1,5}$/, ""));
}

/** Is it an IPv6 address without brackets, zone and port? */
export function isIPv6Address(text: string): boolean {
  return isIPv6(text) && !text.includes("%");
}

/** With an IPv4 address at its end, a colon and a port. */
const LONGEST_ADDRESS = 51;

/**
 * An IPv6 address, with a port or not, in brackets. Null where its last number may be the port as well as a part of the
 * address: `fd00::1:5000`.
 *
 * @param address `fd00::1`, `fd00::a:30020`; what is no address gives null
 */
export function bracketedAddress(address: string): string | null {
  if (!isBareIPv6(address)) return null;
  const colon = address.lastIndexOf(":");
  const last = address.slice(colon + 1);
  if (!isIPv6Address(address)) return `[${address.slice(0, colon)}]:${last}`;
  const withPort = /^[1-9]\d{1,3}$/.test(last) && isIPv6Address(address.slice(0, colon));
  return withPort ? null : `[${address}]`;
}
