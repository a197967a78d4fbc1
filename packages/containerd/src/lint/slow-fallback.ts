import { parseDuration } from "@lookinglass/go";
import { DEFAULT_DIAL_SECONDS, dialSeconds } from "../dial.js";
import { type LintedFile, settingOf, stringOf } from "./file.js";
import type { Finding } from "./finding.js";
import { isRead } from "./layout.js";

export function lintSlowFallback(file: LintedFile): Finding<"slow-fallback">[] {
  return file.hosts.flatMap(({ name, isSeen, range, settings }): Finding<"slow-fallback">[] => {
    const isSet = settings.some(({ path }) => path[0]?.name.toLowerCase() === "dial_timeout");
    const text = stringOf(settingOf(settings, "dial_timeout"));
    const isEmpty = text === "";
    const works = isSet && !isEmpty && isRead("dial_timeout", file.version);
    if (!isSeen) return [];
    if (works) {
      return isZero(text)
        ? [{ code: "slow-fallback", range, host: name, reason: "no-limit", seconds: dialSeconds(0) }]
        : [];
    }
    const reason = isSet && !isEmpty ? "release-ignores-it" : "no-dial-timeout";
    return [{ code: "slow-fallback", range, host: name, reason, seconds: DEFAULT_DIAL_SECONDS }];
  });
}

/** Go's net.Dialer takes 0 for no limit. */
function isZero(text: string | null): boolean {
  const duration = parseDuration(text ?? "");
  return "nanoseconds" in duration && duration.nanoseconds === 0n;
}
