import { joinPath, parseUrl, type UrlResult } from "@lookinglass/go";
import { CERTS_D } from "../certs-d/tree.js";
import type { HostsFile, HostsFileFault } from "../hosts-file/fields.js";
import { checkRules, readHostsFile } from "../hosts-file/read.js";
import { hostOrder } from "../hosts-file/read-v2.js";
import type { Expression, TextRange, TomlFault } from "../toml/types.js";
import { parseToml } from "../toml/v2/parser.js";
import { holds, type Version } from "../version.js";
import { type HostMention, type Layout, layOut, type Setting } from "./layout.js";

/** A host of the file, with all that is said of it. */
export interface LintedHost {
  name: string;
  /** Where its name stands first. */
  range: TextRange;
  /** containerd tries it. */
  isSeen: boolean;
  mentions: HostMention[];
  settings: Setting[];
  url: UrlResult;
}

/** A hosts.toml made ready for the lints. */
export interface LintedFile extends Layout {
  text: string;
  /** Its directory below certs.d. */
  directory: string;
  /** The absolute name of that directory. */
  path: string;
  version: Version;
  expressions: Expression[];
  /** What go-toml 2.x finds wrong with the text, all of it. */
  syntaxFaults: TomlFault[];
  /** What the release reads in it. */
  decoded: HostsFile | HostsFileFault;
  /** Why the release refuses the file before it looks at single hosts, or null. */
  fault: HostsFileFault | null;
  hosts: LintedHost[];
  server: Setting | null;
}

export function lintedFile(text: string, directory: string, version: Version): LintedFile {
  const { expressions, faults } = parseToml(withoutMark(text, version), true);
  const layout = layOut(expressions, version);
  const decoded = readHostsFile(text, version);
  const servers = layout.settings.filter(({ field, path }) => field === "server" && path.length === 1);
  return {
    hasHost: layout.hasHost,
    tables: layout.tables,
    mentions: layout.mentions,
    settings: layout.settings,
    text,
    directory,
    path: joinPath(CERTS_D, directory),
    version,
    expressions,
    syntaxFaults: faults,
    decoded,
    fault: "message" in decoded ? decoded : null,
    hosts: lintedHosts(layout, expressions, version),
    server: servers.at(-1) ?? null,
  };
}

/** go-toml 1.x passes over a byte order mark; a blank in its place keeps the offsets. */
function withoutMark(text: string, version: Version): string {
  return holds("TOML parser", version) ? text : text.replace(/^\ufeff/, " ");
}

function lintedHosts(layout: Layout, expressions: Expression[], version: Version): LintedHost[] {
  const seesAll = !holds("TOML parser", version);
  const seen = new Set(hostOrder(expressions));
  const settings = groupBy(layout.settings, ({ host }) => host);
  return Array.from(
    groupBy(layout.mentions, ({ host }) => host),
    ([name, mentions]) => ({
      name,
      range: mentions[0]?.name ?? { start: 0, end: 0 },
      isSeen: seesAll || seen.has(name),
      mentions,
      settings: settings.get(name) ?? [],
      url: hostUrl(name, version),
    }),
  );
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** The URL that containerd makes of a host's name or of `server`. */
export function hostUrl(name: string, version: Version): UrlResult {
  return parseUrl(name.startsWith("http") ? name : `https://${name}`, checkRules(version));
}

/** The text of a setting, null when it is not a string. */
export function stringOf(setting: Setting | null | undefined): string | null {
  return setting?.value.kind === "string" ? setting.value.text : null;
}

/** The last setting of a field, as a later one cannot be without an error. */
export function settingOf(settings: readonly Setting[], field: Setting["field"]): Setting | undefined {
  return settings.findLast((setting) => setting.field === field && setting.path.length === 1);
}

/** Whether a boolean field is set to true. */
export function isTrue(settings: readonly Setting[], field: Setting["field"]): boolean {
  const value = settingOf(settings, field)?.value;
  return value?.kind === "boolean" && value.text === "true";
}
