import { expect, it } from "vitest";
import { checkRegistryUrl, readMirroredRegistry } from "./check-registry-url.js";

const mirroredRegistry = "mirroredRegistry" as const;
const mirrorTarget = "mirrorTarget" as const;

it.each([
  ["https://docker.io", "0.4.0", mirroredRegistry],
  ["http://reg.example:5000", "0.7.4", mirrorTarget],
  ["_default", "0.4.0", mirroredRegistry],
  ["*", "0.5.0", mirroredRegistry],
  ["http://m.example/v2", "0.3.0", mirrorTarget],
])("%s is accepted by %s as a %s", (value, version, kind) => {
  expect(checkRegistryUrl(value, { version, kind })).toEqual({ ok: true });
});

it.each([
  ["docker.io", "0.4.0", mirroredRegistry, /scheme must be http or https/, "https://docker.io"],
  ["docker.io/library", "0.4.0", mirroredRegistry, /path has to be empty/, "https://docker.io"],
  ["https://ghcr.io/", "0.4.0", mirroredRegistry, /path has to be empty/, "https://ghcr.io"],
  ["http://bob@m.example", "0.7.4", mirrorTarget, /user has to be empty/, "http://m.example"],
  ["https://m.example?x=1", "0.7.4", mirrorTarget, /query has to be empty/, "https://m.example"],
  ["10.0.0.7:5000", "0.4.0", mirrorTarget, /first path segment/, "https://10.0.0.7:5000"],
  ["*", "0.4.0", mirroredRegistry, /scheme must be http or https/, null],
  ["*", "0.5.0", mirrorTarget, /wildcard registries are not allowed/, null],
  ["_default", "0.3.0", mirroredRegistry, /scheme must be http or https/, null],
  ["https://ghcr .io", "0.4.0", mirroredRegistry, /invalid character/, null],
  ["https://a\x01", "0.7.4", mirrorTarget, /^parse "https:\/\/a\\x01": net\/url: invalid control/, null],
  ["http://[zzz]:80", "0.7.4", mirrorTarget, /invalid host: ParseAddr\("zzz"\): unable to parse IP$/, null],
  ["", "0.4.0", mirroredRegistry, /scheme must be http or https/, null],
])("%j is refused by %s as a %s", (value, version, kind, error, suggestion) => {
  expect(checkRegistryUrl(value, { version, kind })).toEqual({
    ok: false,
    error: expect.stringMatching(error),
    suggestion,
  });
});

it.each([
  [
    "https://docker.io",
    "0.7.4",
    { host: "docker.io", server: "https://registry-1.docker.io", isWildcard: false },
  ],
  ["http://GHCR.io:80", "0.4.0", { host: "GHCR.io:80", server: "http://GHCR.io:80", isWildcard: false }],
  ["_default", "0.4.0", { host: "_default", server: "", isWildcard: true }],
  ["https://_default", "0.4.0", { host: "_default", server: "", isWildcard: true }],
  ["https://_default", "0.5.0", { host: "_default", server: "https://_default", isWildcard: false }],
  ["https://_default", "0.3.0", { host: "_default", server: "https://_default", isWildcard: false }],
  ["*", "0.5.0", { host: "_default", server: "", isWildcard: true }],
  ["_default", "0.3.0", null],
  ["quay.io", "0.7.4", null],
])("%j in %s", (entry, version, registry) => {
  expect(readMirroredRegistry(entry, version)).toEqual(registry);
});
