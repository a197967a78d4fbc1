import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";

export function lintSkipVerify(file: LintedFile): Finding<"skip-verify">[] {
  return file.settings.flatMap(({ field, path, value, host, range }) => {
    const isOn =
      field === "skip_verify" && path.length === 1 && value.kind === "boolean" && value.text === "true";
    return isOn ? [{ code: "skip-verify", range, host }] : [];
  });
}
