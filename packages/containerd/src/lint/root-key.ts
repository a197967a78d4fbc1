import { FIELDS, type FieldName } from "../hosts-file/fields.js";
import { isTrue, type LintedFile, type LintedHost, settingOf, stringOf } from "./file.js";
import type { Finding } from "./finding.js";
import type { Setting } from "./layout.js";

/**
 * Keys above all tables that do less than they look like. containerd makes one more host of the root, the last one:
 * `server` with all of them, or else the image's own registry with its own path and all capabilities.
 */
export function lintRootKey(file: LintedFile): Finding<"root-key">[] {
  const server = stringOf(file.server) || null;
  const fields = Object.keys(FIELDS) as FieldName[]; // Object.keys cannot say so itself.
  return fields.flatMap((key): Finding<"root-key">[] => {
    const settings = file.settings.filter(({ host }) => host === null);
    const setting = settings.find(({ field }) => field === key);
    if (setting === undefined || (isSwitch(key) && !isTrue(settings, key))) return [];
    const { start, end } = setting.range;
    const facts = { code: "root-key", range: { start, end }, key, server } as const;
    if (server === null && REPLACED.has(key)) return [{ ...facts, problem: "no-effect", hosts: [] }];
    const hosts = file.hosts.filter((host) => host.isSeen && lacks(host, key)).map(({ name }) => name);
    return hosts.length === 0 ? [] : [{ ...facts, problem: "server-only", hosts }];
  });
}

/** What ConfigureHosts sets itself for the image's own registry. */
const REPLACED: ReadonlySet<FieldName> = new Set(["capabilities", "override_path"]);

function isSwitch(key: FieldName): boolean {
  return FIELDS[key].type === "bool";
}

/** Would the host behave otherwise with the key? */
function lacks({ settings, url }: LintedHost, key: FieldName): boolean {
  if (!url.ok || settings.some(({ field }: Setting) => field === key)) return false;
  const { scheme, path } = url.url;
  switch (key) {
    case "ca":
    case "client":
    case "skip_verify":
      return scheme === "https";
    case "override_path":
      return !/^\/*$/.test(path) && !/\/v2\/*$/.test(path);
    default:
      return settingOf(settings, key) === undefined;
  }
}
