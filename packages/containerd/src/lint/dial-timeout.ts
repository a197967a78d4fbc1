import { parseDuration } from "@lookinglass/go";
import { type LintedFile, stringOf } from "./file.js";
import type { Finding } from "./finding.js";

/** Below it a packet hardly comes back from another machine. */
const SHORTEST_NANOSECONDS = 1_000_000n;

/** Limits within which no connection is made. */
export function lintDialTimeout(file: LintedFile): Finding<"dial-timeout">[] {
  return file.settings.flatMap((setting) => {
    const { field, path, host, range } = setting;
    const text = stringOf(setting);
    if (field !== "dial_timeout" || path.length > 1 || text === null) return [];
    const duration = parseDuration(text);
    if ("error" in duration) return [];
    const { nanoseconds } = duration;
    if (nanoseconds === 0n || nanoseconds >= SHORTEST_NANOSECONDS) return [];
    const problem = nanoseconds < 0n ? "negative" : "too-short";
    return [{ code: "dial-timeout", range, host, timeout: text, problem }];
  });
}
