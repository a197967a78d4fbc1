import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";
import { namedUrls } from "./named-urls.js";

const SECRET_HEADER = /^(proxy-)?authorization$|^cookie$|token|secret|password|api-?key|credential/i;

/** Headers that carry credentials, and passwords in URLs, which containerd drops anyway. */
export function lintSecret(file: LintedFile): Finding<"secret">[] {
  const headers = file.settings.flatMap(({ field, path, host, range }): Finding<"secret">[] => {
    const name = path[1]?.name ?? "";
    if (field !== "header" || !SECRET_HEADER.test(name)) return [];
    return [{ code: "secret", range, host, what: "header", name }];
  });
  const urls = namedUrls(file).flatMap(({ name, range, isServer }): Finding<"secret">[] => {
    const user = /^(?:https?:\/\/)?([^/?#:@]*):[^/?#]*@/.exec(name)?.[1];
    if (user === undefined) return [];
    return [
      {
        code: "secret",
        range,
        host: isServer ? null : name,
        what: "url-password",
        name: user,
      },
    ];
  });
  return [...headers, ...urls];
}
