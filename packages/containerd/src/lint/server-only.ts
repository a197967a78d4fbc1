import { holds } from "../version.js";
import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";

/** A file that says something, but names no host. */
export function lintServerOnly(file: LintedFile): Finding<"server-only">[] {
  const [first] = file.expressions;
  // Refused all the same: a text that go-toml 1.x takes though it is no TOML, such as [.ca].
  const isOdd = file.fault?.kind === "containerd" && file.syntaxFaults.length > 0;
  if ((first === undefined || file.hasHost) && !isOdd) return [];
  const { start, end } = file.server?.range ?? first ?? { start: 0, end: file.text.length };
  const refused = !holds("file without any [host.*] table", file.version);
  return [{ code: "server-only", range: { start, end }, refused }];
}
