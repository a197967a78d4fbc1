import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";

/** Hosts that no table header names: containerd 2.x decodes them and never tries them. */
export function lintInvisibleHost(file: LintedFile): Finding<"invisible-host">[] {
  return file.hosts.flatMap(({ name, isSeen, mentions, range }) => {
    const [mention] = mentions;
    if (isSeen || mention === undefined) return [];
    const form = mention.form === "table" ? "letter-case" : mention.form;
    const misspelt = mentions.map(({ root }) => root).filter((root) => root.name !== "host");
    const capitals = misspelt.map(({ start, end }) => ({ start, end }));
    return [{ code: "invisible-host", range, host: name, form, capitals }];
  });
}
