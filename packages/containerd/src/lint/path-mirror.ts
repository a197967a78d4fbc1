import { cleanPath } from "@lookinglass/go";
import { isTrue, type LintedFile } from "./file.js";
import type { Finding } from "./finding.js";
import { hasNoHost, namedUrls } from "./named-urls.js";

/** Mirrors with a path of their own. */
export function lintPathMirror(file: LintedFile): Finding<"path-mirror">[] {
  return namedUrls(file).flatMap(({ name, range, isServer, settings, url }): Finding<"path-mirror">[] => {
    if (isServer || url === null || hasNoHost(url) || /^\/*$/.test(url.path)) return [];
    const path = cleanPath(url.path);
    if (path === "/v2") return [];
    const keepsPath = isTrue(settings, "override_path") || path.endsWith("/v2");
    const apiRoot = keepsPath ? path : `${path}/v2`;
    const facts = { code: "path-mirror", range, host: name, path, apiRoot } as const;
    if (!keepsPath) return [{ ...facts, problem: "appended" }];
    return file.directory === "_default" ? [{ ...facts, problem: "default" }] : [];
  });
}
