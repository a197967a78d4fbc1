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
  const tail = name.replace(/^\[[^\]]*\]|^[^:]*/, "");
  if (tail !== "" && !/^:\d+$/.test(tail))
    return `behind a registry's name only a port may stand, not ${short(tail)}`;
  if (name.includes("_")) return "no image reference with such an underscore is valid";
  return "no image reference that begins so is valid";
}
