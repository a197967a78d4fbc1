import { type LintedFile, type LintedHost, settingOf, stringOf } from "./file.js";
import type { Finding } from "./finding.js";
import { isOwnRegistry } from "./registry.js";

export function lintNoCapability(file: LintedFile): Finding<"no-capability">[] {
  return file.hosts.flatMap((host) => {
    const { name, settings } = host;
    const value = settingOf(settings, "capabilities")?.value;
    if (value?.kind !== "array" || value.items.length === 0) return [];
    const items = value.items.flatMap((item) => (item.kind === "string" ? [item] : []));
    const capabilities = items.map(({ text }) => text.toLowerCase());
    const found: Finding<"no-capability">[] = [];
    const add = (problem: "no-pull" | "push", { start, end }: { start: number; end: number }) =>
      found.push({ code: "no-capability", range: { start, end }, host: name, problem, capabilities });
    if (!capabilities.includes("pull")) add("no-pull", value);
    const push = items.find(({ text }) => text.toLowerCase() === "push");
    if (push !== undefined && !isNoMirror(host, file)) add("push", push);
    return found;
  });
}

/** The directory's own registry, or its server, which is pushed to by right. */
function isNoMirror({ name, url }: LintedHost, { directory, server }: LintedFile): boolean {
  return name === stringOf(server) || (url.ok && isOwnRegistry(url.url.host, directory));
}
