import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";
import type { HostMention } from "./layout.js";

/** Hosts that no table header names: containerd 2.x decodes them and never tries them. */
export function lintInvisibleHost(file: LintedFile): Finding<"invisible-host">[] {
  return file.hosts.flatMap(({ name, isSeen, mentions, range }) => {
    const [mention] = mentions;
    if (isSeen || mention === undefined) return [];
    const misspelt = mentions.map(({ root }) => root).filter((root) => root.name !== "host");
    const capitals = misspelt.map(({ start, end }) => ({ start, end }));
    return [
      { code: "invisible-host", range, host: name, form: formOf(mention, capitals.length > 0), capitals },
    ];
  });
}

/** Of the tables with a name, lists of tables are the rest: containerd's parser takes them for no table. */
function formOf({ form, host }: HostMention, isMisspelt: boolean): Finding<"invisible-host">["form"] {
  if (form !== "table") return form;
  if (isMisspelt) return "letter-case";
  return host === "" ? "empty-name" : "array-table";
}
