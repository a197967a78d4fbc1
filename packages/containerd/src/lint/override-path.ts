import { cleanPath } from "@lookinglass/go";
import { isTrue, type LintedFile, settingOf } from "./file.js";
import type { Finding } from "./finding.js";
import { hasNoHost, namedUrls } from "./named-urls.js";

/** URLs that are the API's root by override_path though nothing in their path is /v2, where registries have their API. */
export function lintOverridePath(file: LintedFile): Finding<"override-path">[] {
  return namedUrls(file).flatMap(({ name, isServer, settings, url }) => {
    const setting = settingOf(settings, "override_path");
    if (setting === undefined || !isTrue(settings, "override_path")) return [];
    if (url === null || hasNoHost(url) || url.path.split("/").includes("v2")) return [];
    const { start, end } = setting.range;
    const path = url.path === "" ? "/" : cleanPath(url.path);
    return [{ code: "override-path", range: { start, end }, host: isServer ? null : name, name, path }];
  });
}
