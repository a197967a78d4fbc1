import { joinPath } from "@lookinglass/go";
import { CERTS_D, type CertsTree } from "./tree.js";

/**
 * containerd's HostDirFromRoot: the first of `host_port_`, `host:port` and `_default` that exists, whatever
 * it is, serves the registry alone.
 * @returns the name below certs.d, null when none exists, or the error that ends the pull
 */
export function findDirectory(
  tree: CertsTree,
  registry: string,
): { name: string | null } | { error: string } {
  for (const name of candidateDirectories(registry)) {
    const path = joinPath(CERTS_D, name);
    const entry = tree.entry(path);
    if (entry === "not a directory") return { error: `stat ${path}: not a directory` };
    if (entry !== "missing") return { name };
  }
  return { name: null };
}

/**
 * The directories below certs.d that serve a registry: `host_port_`, `host:port` and `_default`, or just the name
 * and `_default` without a port. The first that exists serves it alone.
 *
 * Behaviour: containerd core/remotes/docker/config config_unix.go, hostPaths; the same in every release.
 * @param registry the registry part of a normalised image reference
 */
export function candidateDirectories(registry: string): string[] {
  const colon = registry.lastIndexOf(":");
  const withPort = colon > 0 ? [`${registry.slice(0, colon)}_${registry.slice(colon + 1)}_`] : [];
  return [...withPort, registry, "_default"];
}
