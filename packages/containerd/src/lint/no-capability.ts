import { type LintedFile, settingOf } from "./file.js";
import type { Finding } from "./finding.js";

export function lintNoCapability(file: LintedFile): Finding<"no-capability">[] {
  return file.hosts.flatMap(({ name, settings }) => {
    const value = settingOf(settings, "capabilities")?.value;
    if (value?.kind !== "array" || value.items.length === 0) return [];
    const items = value.items.flatMap((item) => (item.kind === "string" ? [item] : []));
    const capabilities = items.map(({ text }) => text.toLowerCase());
    const found: Finding<"no-capability">[] = [];
    const add = (problem: "no-pull" | "push", { start, end }: { start: number; end: number }) =>
      found.push({ code: "no-capability", range: { start, end }, host: name, problem, capabilities });
    if (!capabilities.includes("pull")) add("no-pull", value);
    const push = items.find(({ text }) => text.toLowerCase() === "push");
    if (push !== undefined) add("push", push);
    return found;
  });
}
