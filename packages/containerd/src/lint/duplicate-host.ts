import { holds } from "../version.js";
import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";
import type { HostMention } from "./layout.js";

export function lintDuplicateHost(file: LintedFile): Finding<"duplicate-host">[] {
  return repeatedTables(file).map(({ host, range, first }) => ({
    code: "duplicate-host",
    range,
    host,
    first,
  }));
}

/** The host tables that stand there once more. go-toml 1.x compares headers as they are written. */
export function repeatedTables(file: LintedFile) {
  const nameOf = ({ host, range }: HostMention) =>
    holds("TOML parser", file.version) ? host : file.text.slice(range.start, range.end);
  const firsts = new Map<string, HostMention>();
  return file.mentions.flatMap((mention) => {
    if (!mention.isOwnTable) return [];
    const first = firsts.get(nameOf(mention));
    if (first !== undefined) return [{ host: mention.host, range: mention.range, first: first.range }];
    firsts.set(nameOf(mention), mention);
    return [];
  });
}
