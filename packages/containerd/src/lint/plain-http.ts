import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";
import { namedUrls } from "./named-urls.js";

/** Every http host, those of the cluster's own nodes too: only the caller knows their addresses. */
export function lintPlainHttp(file: LintedFile): Finding<"plain-http">[] {
  return namedUrls(file).flatMap(({ name, range, url }) =>
    url?.scheme === "http" && url.host !== ""
      ? [{ code: "plain-http", range, host: name, address: url.host }]
      : [],
  );
}
