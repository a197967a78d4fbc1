import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";
import { isHttpLike, namedUrls } from "./named-urls.js";

export function lintNoSchemeHttpPrefix(file: LintedFile): Finding<"no-scheme-http-prefix">[] {
  return namedUrls(file).flatMap(({ name, range, url }) =>
    isHttpLike(name) && url !== null
      ? [
          {
            code: "no-scheme-http-prefix",
            range,
            host: name,
            outcome: `${url.scheme}://${url.host}${url.path}`,
          },
        ]
      : [],
  );
}
