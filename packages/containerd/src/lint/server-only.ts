import { holds } from "../version.js";
import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";

/** A file that says something, but names no host. */
export function lintServerOnly(file: LintedFile): Finding<"server-only">[] {
  const [first] = file.expressions;
  const hasHostTable = file.expressions.some(({ key }) => key[0]?.name === "host");
  if (first === undefined || hasHostTable) return [];
  const { start, end } = file.server?.range ?? first;
  const refused = !holds("file without any [host.*] table", file.version);
  return [{ code: "server-only", range: { start, end }, refused }];
}
