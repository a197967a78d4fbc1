import { type LintedFile, stringOf } from "./file.js";
import type { Finding } from "./finding.js";

export function lintServerMisplaced(file: LintedFile): Finding<"server-misplaced">[] {
  return file.settings.flatMap((setting) => {
    const { host, path, range } = setting;
    if (host === null || path.length !== 1 || path[0]?.name !== "server") return [];
    return [{ code: "server-misplaced", range, host, server: stringOf(setting) ?? "" }];
  });
}
