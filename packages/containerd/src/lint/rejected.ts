import type { HostsFileFault } from "../hosts-file/fields.js";
import { checkHostsFile } from "../hosts-file/read.js";
import { settingProblems } from "./check-setting.js";
import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";
import { namedUrls } from "./named-urls.js";

/** Values of a wrong type, and what containerd's own checks refuse, of the hosts that it sees. */
export function lintRejected(file: LintedFile): Finding<"rejected">[] {
  const { decoded } = file;
  if ("message" in decoded) return decoded.kind === "toml-type" ? [typeFault(file, decoded)] : [];
  const checked = checkHostsFile(decoded, file.path, file.version);
  if ("hosts" in checked) return [];
  const found = settingFaults(file);
  // hosts/url says more of a bad URL.
  const isUrl = namedUrls(file).some(({ url }) => url === null);
  return found.length > 0 || isUrl ? found : [tableFault(file, checked.fault.message)];
}

function settingFaults(file: LintedFile): Finding<"rejected">[] {
  const seen = new Set(file.hosts.filter(({ isSeen }) => isSeen).map(({ name }) => name));
  const checked = file.settings.filter(({ host }) => host === null || seen.has(host));
  return checked.flatMap((setting) =>
    settingProblems(setting, file).map(({ message, range }) => ({
      code: "rejected",
      range,
      message,
      host: setting.host,
      field: setting.field ?? "",
    })),
  );
}

/** A table where containerd wants another value, such as `[ca]`; no single key is wrong then. */
function tableFault(file: LintedFile, message: string): Finding<"rejected"> {
  const table = file.tables.find(({ field }) => field !== null);
  const range = table?.range ?? { start: 0, end: file.text.length };
  return { code: "rejected", range, message, host: table?.host ?? null, field: table?.field ?? "host" };
}

function typeFault(file: LintedFile, fault: HostsFileFault): Finding<"rejected"> {
  const { start, end } = fault.range ?? { start: 0, end: file.text.length };
  const inside = file.settings.find(({ range }) => range.start <= start && start < range.end);
  const range = end > start ? { start, end } : (inside?.value ?? { start, end });
  return {
    code: "rejected",
    range: { start: range.start, end: range.end },
    message: fault.message,
    host: inside?.host ?? null,
    field: inside?.field ?? "host",
  };
}
