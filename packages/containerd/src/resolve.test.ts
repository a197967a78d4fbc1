import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type HostResolution, type ResolveInput, resolveHosts } from "./resolve.js";

interface Case {
  id: string;
  what: string;
  input: ResolveInput;
  expected: HostResolution;
  versions?: Record<string, HostResolution>;
}

const file = new URL("../conformance/containerd-hosts.json", import.meta.url);
const { cases }: { cases: Case[] } = JSON.parse(readFileSync(file, "utf8"));
const OLDER_RELEASES = ["2.2.7", "2.1.9", "2.0.11", "1.7.34", "1.6.39"];

/** The data's own rules: error texts are for information only; so are their lines. */
function comparable(resolution: HostResolution) {
  if ("fallback" in resolution) {
    const { dir, parseErrorKind, fallback } = resolution;
    return { dir, parseErrorKind, fallback };
  }
  return "error" in resolution ? { dir: resolution.dir, error: true } : resolution;
}

/** An absent release does what the newest does, less the capability `referrers` before 2.2. */
function expectedOf({ expected, versions = {} }: Case, release: string): HostResolution {
  const own = versions[release];
  if (own !== undefined) return own;
  if (release.startsWith("2.2") || "error" in expected) return expected;
  const text = JSON.stringify(expected, (key, value) =>
    key === "capabilities" ? value.filter((name: string) => name !== "referrers") : value,
  );
  return JSON.parse(text);
}

describe("resolveHosts with containerd 2.3.4", () => {
  it.each(cases)("$id: $what", ({ input, expected }) => {
    expect(comparable(resolveHosts(input))).toEqual(comparable(expected));
  });
});

describe.each(OLDER_RELEASES)("resolveHosts with containerd %s", (release) => {
  it.each(cases)("$id: $what", (test) => {
    const got = resolveHosts(test.input, { version: release });
    expect(comparable(got)).toEqual(comparable(expectedOf(test, release)));
  });
});
