import { DEFAULT_DIAL_SECONDS } from "../dial.js";
import { type LintedFile, settingOf, stringOf } from "./file.js";
import type { Finding } from "./finding.js";
import { isRead } from "./layout.js";

export function lintSlowFallback(file: LintedFile): Finding<"slow-fallback">[] {
  return file.hosts.flatMap(({ name, isSeen, range, settings }) => {
    const isSet = settings.some(({ path }) => path[0]?.name.toLowerCase() === "dial_timeout");
    const isEmpty = stringOf(settingOf(settings, "dial_timeout")) === "";
    const works = isSet && !isEmpty && isRead("dial_timeout", file.version);
    if (!isSeen || works) return [];
    const reason = isSet && !isEmpty ? "release-ignores-it" : "no-dial-timeout";
    return [{ code: "slow-fallback", range, host: name, reason, seconds: DEFAULT_DIAL_SECONDS }];
  });
}
