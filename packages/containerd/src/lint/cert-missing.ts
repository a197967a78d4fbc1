import { joinPath } from "@lookinglass/go";
import type { TomlValue } from "../toml/types.js";
import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";

/** Every certificate file that the file names; whether it will be there is the caller's to know. */
export function lintCertMissing(file: LintedFile): Finding<"cert-missing">[] {
  return file.settings.flatMap(({ field, host, value, path }) => {
    if ((field !== "ca" && field !== "client") || path.length > 1) return [];
    return stringsIn(value).map(({ text, start, end }) => ({
      code: "cert-missing" as const,
      range: { start, end },
      host,
      field,
      file: text.startsWith("/") ? text : joinPath(file.path, text),
    }));
  });
}

function stringsIn(value: TomlValue): { text: string; start: number; end: number }[] {
  if (value.kind === "string") return [value];
  return value.kind === "array" ? value.items.flatMap(stringsIn) : [];
}
