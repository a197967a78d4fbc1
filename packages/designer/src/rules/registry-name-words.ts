import type { RegistryNameFault } from "@lookinglass/containerd";
import { short } from "./short.js";

/** Why no image, or hardly one, has a registry of that name: a sentence without its full stop. */
export function registryNameReason(name: string, { reason, meant }: RegistryNameFault): string {
  switch (reason) {
    case "docker-hub":
      return "images of Docker Hub have the registry docker.io";
    case "wildcard":
      return "a registry has one name, and wildcards in it are not known";
    case "no-brackets":
      return "an IPv6 address has brackets in an image's name, as in [fd00::1]:5000";
    case "port-as-directory":
      return meant === null ? PORTS : `with its port the registry is ${short(meant)}`;
    case "port":
      return PORTS;
    case "capitals":
      return `names are compared letter by letter, and images have ${short(name.toLowerCase())}`;
    case "repository":
      return `images named ${short(name)}/… are Docker Hub's: a registry has a dot in its name, or a port`;
    case "path":
      return "a registry's name has no path";
    case "invalid":
      return invalidReason(name);
  }
}

const PORTS = "a port is a number from 1 to 65535";

function invalidReason(name: string): string {
  if (/\s/.test(name)) return "no image reference has a blank";
  if (/[^\x20-\x7e]/.test(name)) return "image references spell such a name in ASCII, with xn--";
  if (hasBadTail(name)) return `behind a registry's name only a port may stand, not ${short(tailOf(name))}`;
  if (name.includes("_")) return "no image reference with such an underscore is valid";
  return "no image reference that begins so is valid";
}

function hasBadTail(name: string): boolean {
  return !/^(?::\d+)?$/.test(tailOf(name));
}

/** From the colon on. */
function tailOf(name: string): string {
  return name.replace(/^\[[^\]]*\]|^[^:]*/, "");
}

/** The same of many such names, without them: "have capitals: …". */
export function registryNamesReason(name: string, { reason }: RegistryNameFault): string {
  return reason === "invalid" ? invalidReasons(name) : OF_MANY[reason];
}

const OF_MANY: Readonly<Record<Exclude<RegistryNameFault["reason"], "invalid">, string>> = {
  "docker-hub": "are other names of Docker Hub, whose images have docker.io",
  wildcard: "have a wildcard, and a registry has one name",
  "no-brackets": "are IPv6 addresses without brackets, which they have in an image's name",
  "port-as-directory": "have their port behind one underscore, and are not for it",
  port: "have a port that is no number from 1 to 65535",
  capitals: "have capitals, and names are compared letter by letter",
  repository: "are parts of Docker Hub: a registry has a dot in its name, or a port",
  path: "have a path, and a registry's name has none",
};

function invalidReasons(name: string): string {
  if (/\s/.test(name)) return "have a blank, and no image reference has one";
  if (/[^\x20-\x7e]/.test(name)) return "are not in ASCII, in which image references spell them";
  if (hasBadTail(name)) return "have something else than a port behind a colon";
  if (name.includes("_")) return "have an underscore where no image reference has one";
  return "are such as no image reference begins with";
}
