import { CERTS_D_TEMPLATES, DEFAULT_HOSTS_FILE } from "../agent/built-in-templates.js";

/** Registries that most clusters pull from. */
export const WELL_KNOWN_REGISTRIES = [
  "docker.io",
  "ghcr.io",
  "quay.io",
  "registry.k8s.io",
  "gcr.io",
  "mcr.microsoft.com",
  "public.ecr.aws",
  "nvcr.io",
  "cr.kublr.com",
] as const;

/** Directories of certs.d worth writing: for all registries, and for each of the well-known ones. */
export const CERTS_D_DIRECTORIES = ["_default", ...WELL_KNOWN_REGISTRIES] as const;

/** Path of the template that writes a directory's hosts.toml. */
export function hostsTemplatePath(directory: string): string {
  return CERTS_D_TEMPLATES + (directory === "_default" ? DEFAULT_HOSTS_FILE : `${directory}/hosts.toml`);
}

/** Which images a directory's hosts.toml is for, in words. */
export function directoryPurpose(directory: string): string {
  if (directory === "_default") return "images of every registry that has no directory of its own";
  if (directory === "docker.io") return "images of Docker Hub, and those that name no registry";
  if (directory === "cr.kublr.com") return "images of Kublr's own components";
  return `images of ${directory}`;
}

/** Key of an extension for a directory, named like those of Kublr's page. */
export function extensionKey(directory: string): string {
  return `containerd-${directory.replace(/^_/, "").replaceAll(".", "-")}-hosts-override`;
}
