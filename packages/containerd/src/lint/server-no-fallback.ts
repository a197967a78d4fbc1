import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";
import { namedUrls } from "./named-urls.js";
import { isOwnRegistry, registryOf } from "./registry.js";

/** `server` names another host than the images' registry, which is then never asked. */
export function lintServerNoFallback(file: LintedFile): Finding<"server-no-fallback">[] {
  const registry = registryOf(file.directory);
  return namedUrls(file).flatMap(({ isServer, name, range, url }) => {
    if (!isServer || url === null || url.host === "") return [];
    if (isOwnRegistry(url.host, file.directory)) return [];
    return [{ code: "server-no-fallback", range, server: name, registry }];
  });
}
