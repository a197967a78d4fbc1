import { parseImageRef } from "@lookinglass/containerd";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CERTS_D_DIRECTORIES, hostsTemplatePath } from "../assist/registries.js";
import { pathFault } from "../rules/template/path-unknown.js";
import { directoryFault } from "./hosts-directory.js";

describe("names of directories that containerd reads", () => {
  test.each([
    ...CERTS_D_DIRECTORIES,
    "registry.example.com:5000",
    "registry.example.com_5000_",
    "localhost",
    "harbor:8443",
    "10.0.0.1",
    "[fd00::1]:5000",
  ])("%s", (name) => {
    expect(directoryFault(name)).toBeNull();
  });
});

describe("names that it never reads", () => {
  test.each([
    ["_default_", /_default/, "_default"],
    ["default", /_default/, "_default"],
    ["https://quay.io", /without https/, "quay.io"],
    ["https://index.docker.io/v1/", /without https/, "docker.io"],
    ["ghcr.io/org", /without a path/, "ghcr.io"],
    ["index.docker.io", /docker\.io/, "docker.io"],
    ["registry-1.docker.io", /docker\.io/, "docker.io"],
    ["hub.docker.com", /docker\.io/, "docker.io"],
    ["Quay.io", /lower case/, "quay.io"],
    ["*.example.com", /no wildcards/, undefined],
    ["harbor", /Docker Hub’s/, undefined],
    ["harbor/project", /without a path/, undefined],
    ["a b.io", /no host name/, undefined],
    ["a.io:", /no host name/, undefined],
    ["a.io:99999", /no host name/, undefined],
    ["", /no host name/, undefined],
  ])("%s", (name, message, suggestion) => {
    const fault = directoryFault(name);
    expect(fault?.message).toMatch(message);
    expect(fault?.suggestion).toBe(suggestion);
  });
});

const part = fc.stringMatching(/^[a-z0-9A-Z_:.*/-]{0,12}$/);
const names = fc.oneof(
  fc
    .tuple(part, fc.constantFrom("", ".io", ":5000", "/x"), fc.constantFrom("", "https://"))
    .map(([a, b, c]) => c + a + b),
  fc.constantFrom(...CERTS_D_DIRECTORIES),
);

test("a name that passes is one that images have, at a path that containerd reads; so is every suggestion", () => {
  fc.assert(
    fc.property(names, (typed) => {
      const fault = directoryFault(typed);
      const name = fault === null ? typed : fault.suggestion;
      if (name === undefined || name === "_default" || /_\d+_$/.test(name)) return;
      expect(directoryFault(name)).toBeNull();
      expect(parseImageRef(`${name}/team/app:1`)).toMatchObject({ registry: name });
      expect(pathFault(hostsTemplatePath(name))).toBeNull();
    }),
  );
});
