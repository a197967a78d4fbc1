import { holds } from "../version.js";
import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";
import type { HostMention } from "./layout.js";

/** Table headers of a host that come back to it after another host. */
export function lintHostRepeated(file: LintedFile): Finding<"host-repeated">[] {
  if (!holds("TOML parser", file.version)) return [];
  const firsts = new Map<string, HostMention>();
  let last = "";
  const found: Finding<"host-repeated">[] = [];
  for (const mention of file.mentions) {
    if (mention.form !== "table" || mention.root.name !== "host" || mention.host === last) continue;
    last = mention.host;
    const first = firsts.get(last);
    if (first === undefined) firsts.set(last, mention);
    // A host's own table that stands there again is duplicate-host.
    else if (!mention.isOwnTable || !first.isOwnTable) {
      found.push({ code: "host-repeated", range: mention.range, host: last, first: first.range });
    }
  }
  return found;
}
