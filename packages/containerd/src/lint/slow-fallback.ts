import { type LintedFile, settingOf, stringOf } from "./file.js";
import type { Finding } from "./finding.js";
import { isRead } from "./layout.js";

/** The dialer's time-out when hosts.toml sets none. */
const DEFAULT_SECONDS = 30;

export function lintSlowFallback(file: LintedFile): Finding<"slow-fallback">[] {
  return file.hosts.flatMap(({ name, isSeen, range, settings }) => {
    const isSet = settings.some(({ path }) => path[0]?.name.toLowerCase() === "dial_timeout");
    const isEmpty = stringOf(settingOf(settings, "dial_timeout")) === "";
    const works = isSet && !isEmpty && isRead("dial_timeout", file.version);
    if (!isSeen || works) return [];
    const reason = isSet && !isEmpty ? "release-ignores-it" : "no-dial-timeout";
    return [{ code: "slow-fallback", range, host: name, reason, seconds: DEFAULT_SECONDS }];
  });
}
