import { DOCKER_HUB_NAMES } from "../registry-name.js";

/** The registry whose images a directory below certs.d serves; null for `_default`, which serves any. */
export function registryOf(directory: string): string | null {
  if (directory === "_default") return null;
  const withPort = /^(.+)_(\d+)_$/.exec(directory);
  return withPort ? `${withPort[1]}:${withPort[2]}` : directory;
}

/** Does a host of a URL serve the images of a directory below certs.d as their registry? */
export function isOwnRegistry(host: string, directory: string): boolean {
  const registry = registryOf(directory)?.toLowerCase();
  const name = host.toLowerCase();
  if (registry === "docker.io") return name === "docker.io" || DOCKER_HUB_NAMES.includes(name);
  return registry !== undefined && withoutPort(name) === withoutPort(registry);
}

/** https takes the port 443 by itself. */
function withoutPort(host: string): string {
  return host.replace(/:443$/, "");
}
