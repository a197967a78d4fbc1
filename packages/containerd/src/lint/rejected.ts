import { settingProblems } from "./check-setting.js";
import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";

/** Values of a wrong type, and what containerd's own checks refuse, of the hosts that it sees. */
export function lintRejected(file: LintedFile): Finding<"rejected">[] {
  if (file.fault?.kind === "toml-syntax") return [];
  if (file.fault?.kind === "toml-type") return [typeFault(file, file.fault)];
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

function typeFault(file: LintedFile, fault: NonNullable<LintedFile["fault"]>): Finding<"rejected"> {
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
