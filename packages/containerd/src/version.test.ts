import { describe, expect, it } from "vitest";
import type { FactName } from "./releases.js";
import { holds, isContainerdVersion, parseVersion, readsHostsField } from "./version.js";

describe("parseVersion", () => {
  it.each([
    ["2.3.4", [2, 3, 4]],
    ["v1.7.20", [1, 7, 20]],
    ["1.6.20~ds1-1+deb12u3", [1, 6, 20]],
    ["2.1.0-rc.1", [2, 1, 0]],
    ["1.6", [1, 6, 39]],
    ["1.7", [1, 7, 34]],
    ["2.0", [2, 0, 11]],
    ["2.1", [2, 1, 9]],
    ["2.9", [2, 9, 0]],
  ])("reads %s", (text, version) => expect(parseVersion(text)).toEqual(version));

  it.each(["", "2", "latest", "x1.7.2", "1.7.99999999"])("refuses %j", (text) => {
    expect(isContainerdVersion(text)).toBe(false);
  });
});

/** As containerd's sources of each release say: + the release has it, - it has not. */
const checked: [fact: FactName, releases: string][] = [
  ["server", "+1.6.0 +2.3.4"],
  ["capabilities: referrers", "-1.7.34 -2.0.11 -2.1.9 +2.2.0 +2.2.7 +2.3.4"],
  ["header on token requests", "-2.0.11 +2.1.0 +2.3.4"],
  ["override_path", "-1.5.18 +1.6.0 +1.7.0 +2.3.4"],
  ["dial_timeout", "-1.6.39 -1.7.34 -2.0.0 -2.0.6 +2.0.7 +2.0.11 +2.1.0 +2.3.4"],
  ["dial_timeout counts as a TLS setting", "-2.0.6 +2.0.7 +2.0.11 -2.1.0 -2.3.4"],
  ["https first", "-1.6.24 +1.6.25 -1.7.6 +1.7.7 +2.0.0 +2.3.4"],
  ["https first on every port", "-1.6.39 -1.7.6 +1.7.7 -1.7.8 -2.0.0"],
  ["https first without a port", "-1.6.25 -1.6.39 -1.7.8 -1.7.23 +1.7.24 +2.0.0 +2.3.4"],
  ["localhost defaults by port", "-1.6.24 +1.6.25 -1.7.7 +1.7.8 +2.0.0 +2.3.4"],
  ["file without any [host.*] table", "-1.6.0 -1.6.39 -1.7.0 -1.7.31 +1.7.32 +1.7.34 +2.0.0"],
  ["TOML parser", "-1.6.39 -1.7.34 +2.0.0 +2.3.4"],
  ["host with unbracketed IPv6 or several colons", "-2.2.7 +2.3.0 +2.3.4"],
  ["log line names the file", "-1.7.34 +2.0.0 +2.3.4"],
  ["5xx on the last host", "-2.0.11 +2.1.0 +2.3.4"],
  ["transport errors on the last host", "-2.2.7 -2.3.1 +2.3.2 +2.3.4"],
  ["408 and 429 on every host", "+1.6.0 +1.7.34 +2.0.11 +2.3.4"],
  ["5 attempts at most", "-1.6.39 -2.2.7 -2.3.1 +2.3.2 +2.3.4"],
  ["GET after a 405 to HEAD", "+1.6.0 +1.7.34 +2.3.4"],
  ["GET after a 403 to HEAD", "-1.7.34 -2.0.11 +2.0.12 -2.1.9 -2.2.7 -2.3.2 +2.3.3 +2.3.4"],
  [
    "/blobs/ only after 404",
    "-1.6.39 -1.7.34 -2.0.10 +2.0.11 -2.1.0 -2.1.9 +2.1.10 -2.2.0 -2.2.5 +2.2.6 +2.2.7 +2.3.0 +2.3.4",
  ],
  ["fetch ignores capabilities", "+1.6.39 +1.7.34 +2.0.11 +2.3.4"],
  ["CRI config_path default", "-2.0.11 -2.1.9 +2.2.0 +2.3.4"],
  ["CRI pulls through the transfer service", "-2.0.11 +2.1.0 +2.3.4"],
  ["CRI config section", "-1.7.34 +2.0.0 +2.1.9 +2.3.4"],
];

describe("holds: which release does what", () => {
  it.each(checked)("%s: %s", (fact, releases) => {
    for (const release of releases.split(" ")) {
      const version = parseVersion(release.slice(1)) ?? [0, 0, 0];
      expect({ release, holds: holds(fact, version) }).toEqual({ release, holds: release.startsWith("+") });
    }
  });
});

it.each([
  ["1.7", false],
  ["2.0.6", false],
  ["2.0.7", true],
  ["2.1", true],
  ["no version", false],
])("containerd %s reads dial_timeout: %s", (version, reads) => {
  expect(readsHostsField("dial_timeout", version)).toBe(reads);
});
