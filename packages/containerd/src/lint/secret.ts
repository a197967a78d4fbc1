import { isSecretHeader, urlCredentials } from "@lookinglass/secrets";
import type { TomlValue } from "../toml/types.js";
import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";
import { namedUrls } from "./named-urls.js";

/** Headers that carry credentials, and credentials in URLs, which containerd drops anyway. */
export function lintSecret(file: LintedFile): Finding<"secret">[] {
  const headers = file.settings.flatMap(({ field, path, host, range, value }): Finding<"secret">[] => {
    const name = path[1]?.name ?? "";
    if (field !== "header" || !isSecretHeader(name, textsIn(value))) return [];
    return [{ code: "secret", range, host, what: "header", name }];
  });
  const urls = namedUrls(file).flatMap(({ name, range, isServer }): Finding<"secret">[] => {
    const found = urlCredentials(name);
    if (!found) return [];
    const what = found.hasPassword ? "url-password" : "url-user";
    return [
      {
        code: "secret",
        range,
        host: isServer ? null : name,
        what,
        name: found.hasPassword ? found.user : "",
      },
    ];
  });
  return [...headers, ...urls];
}

function textsIn(value: TomlValue): string[] {
  if (value.kind === "array") return value.items.flatMap(textsIn);
  return value.kind === "inline-table" ? [] : [value.text];
}
