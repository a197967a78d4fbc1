import { DOCKER_HUB_NAMES } from "../registry-name.js";
import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";
import { namedUrls } from "./named-urls.js";
import { registryOf } from "./registry.js";

/** `server` names another host than the images' registry, which is then never asked. */
export function lintServerNoFallback(file: LintedFile): Finding<"server-no-fallback">[] {
  const registry = registryOf(file.directory);
  return namedUrls(file).flatMap(({ isServer, name, range, url }) => {
    if (!isServer || url === null || url.host === "") return [];
    const host = url.host.toLowerCase();
    const isOwn = registry === "docker.io" ? isDockerHub(host) : host === registry?.toLowerCase();
    return isOwn ? [] : [{ code: "server-no-fallback", range, server: name, registry }];
  });
}

function isDockerHub(host: string): boolean {
  return host === "docker.io" || DOCKER_HUB_NAMES.includes(host);
}
