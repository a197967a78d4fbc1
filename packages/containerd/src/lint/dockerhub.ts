import { DOCKER_HUB_NAMES } from "../registry-name.js";
import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";
import { namedUrls } from "./named-urls.js";
import { registryOf } from "./registry.js";

/** Docker Hub under a name that images do not have, or that serves no registry API. */
export function lintDockerHub(file: LintedFile): Finding<"dockerhub">[] {
  const found: Finding<"dockerhub">[] = [];
  const registry = registryOf(file.directory)?.replace(/:443$/, "") ?? "";
  const isVariant =
    DOCKER_HUB_NAMES.includes(registry) || (registry === "docker.io" && file.directory !== registry);
  if (isVariant) {
    const range = { start: 0, end: 0 };
    found.push({ code: "dockerhub", range, where: "directory", name: file.directory, expected: "docker.io" });
  }
  for (const { isServer, name, range, url } of namedUrls(file)) {
    if (!isServer || !isBadServer(url?.host.toLowerCase() ?? "")) continue;
    found.push({ code: "dockerhub", range, where: "server", name, expected: "https://registry-1.docker.io" });
  }
  return found;
}

function isBadServer(host: string): boolean {
  return host === "docker.io" || (host !== "registry-1.docker.io" && DOCKER_HUB_NAMES.includes(host));
}
