import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export const apiEntry = join(root, "apps/api/dist/server.js");
export const webApp = join(root, "apps/web");
export const builtWebApp = join(webApp, "dist");

/** What remembers the inputs of finished steps; removed with node_modules, which it speaks of. */
export const stamps = join(root, "node_modules/.cache/lookinglass");

/** A command of a workspace member's own dependencies. */
export function binary(name, member = root) {
  return join(member, "node_modules/.bin", name);
}
