import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseImageRef } from "./image-ref.js";
import { bracketedAddress, registryNameFault } from "./registry-name.js";

describe("registryNameFault", () => {
  it.each([
    "docker.io",
    "ghcr.io",
    "registry.example.com:5000",
    "registry.example.com:443",
    "localhost",
    "localhost:5000",
    "team:5000",
    "10.0.0.1",
    "[fd00::1]",
    "[fd00::1]:5000",
    "xn--bcher-kva.example",
    "my.reg-istry.example",
  ])("%s is a registry", (name) => {
    expect(registryNameFault(name)).toBeNull();
  });

  it.each([
    ["index.docker.io", "docker-hub", "docker.io"],
    ["registry-1.docker.io", "docker-hub", "docker.io"],
    ["registry-1.docker.io:443", "docker-hub", "docker.io"],
    ["Registry-1.Docker.io", "docker-hub", "docker.io"],
    ["registry.hub.docker.com", "docker-hub", "docker.io"],
    ["hub.docker.com", "docker-hub", "docker.io"],
    ["www.docker.com", "docker-hub", "docker.io"],
    ["docker.io:443", "docker-hub", "docker.io"],
    ["Docker.IO", "docker-hub", "docker.io"],
    ["GHCR.io", "capitals", "ghcr.io"],
    ["MyRegistry:5000", "capitals", "myregistry:5000"],
    ["*.example.com", "wildcard", null],
    ["*", "wildcard", null],
    ["team", "repository", null],
    ["my_repo", "repository", null],
    ["my_repo:5000", "invalid", null],
    ["my_reg.example.com:5000", "invalid", null],
    ["registry.example.com_5000", "port-as-directory", "registry.example.com:5000"],
    ["registry.example.com_5000_", "port-as-directory", "registry.example.com:5000"],
    ["registry.example.com_99999", "port-as-directory", null],
    ["registry.example.com:", "invalid", "registry.example.com"],
    ["registry.example.com.", "invalid", "registry.example.com"],
    ["Registry.example.com.", "invalid", "registry.example.com"],
    ["registry.example.com.:5000", "invalid", null],
    ["x-.example.com", "invalid", null],
    ["-x.example.com", "invalid", null],
    ["a..example", "invalid", null],
    ["bücher.example", "invalid", null],
    ["registry.example.com:port", "invalid", null],
    ["registry.example.com:5000:5001", "invalid", null],
    ["registry.example.com:0", "port", null],
    ["registry.example.com:99999", "port", null],
    ["registry.example.com:65536", "port", null],
    ["_default", "invalid", null],
    ["_default:5000", "invalid", null],
    ["2001:db8::1", "no-brackets", "[2001:db8::1]"],
    ["fd00::7:30020", "no-brackets", "[fd00::7]:30020"],
    ["fd00::7:5000", "no-brackets", null],
    [" quay.io", "invalid", "quay.io"],
    ["quay.io ", "invalid", "quay.io"],
    ["quay io", "invalid", null],
    ["quay.io/team", "path", "quay.io"],
    ["", "invalid", null],
    ["quay.io@sha256:1", "invalid", null],
    ["a:b@c", "invalid", null],
  ])("%j: %s, meant as %j", (name, reason, meant) => {
    expect(registryNameFault(name)).toEqual({ reason, meant });
  });

  const piece = fc.constantFrom(
    "a",
    "b1",
    ".",
    "-",
    "_",
    ":",
    "5000",
    "[",
    "]",
    "X",
    "::",
    "@",
    " ",
    "docker.io",
    "*",
  );
  const names = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(""));

  it("takes for a registry only what a reference has for its registry", () => {
    fc.assert(
      fc.property(names, (name) => {
        const parsed = parseImageRef(`${name}/app`);
        const isRegistry = "registry" in parsed && parsed.registry === name;
        const fault = registryNameFault(name);
        if (fault === null) expect(isRegistry).toBe(true);
        if (fault?.reason === "invalid" || fault?.reason === "repository") expect(isRegistry).toBe(false);
        if (fault?.meant) expect(registryNameFault(fault.meant)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("bracketedAddress", () => {
  it.each([
    ["fd00::1", "[fd00::1]"],
    ["::1", "[::1]"],
    ["2001:db8::a", "[2001:db8::a]"],
    ["2001:db8:0:0:0:0:0:1", "[2001:db8:0:0:0:0:0:1]"],
    ["2001:db8:0:0:0:0:0:1:5000", "[2001:db8:0:0:0:0:0:1]:5000"],
    ["2001:db8:0:0:0:0:0:5000", "[2001:db8:0:0:0:0:0:5000]"],
    ["fd00::7:30020", "[fd00::7]:30020"],
    ["fd00::7:5000", null],
    ["::ffff:10.0.0.1", "[::ffff:10.0.0.1]"],
    ["[fd00::1]", null],
    ["10.0.0.1:5000", null],
    ["registry.example:5000:5001", null],
  ])("%s: %j", (address, bracketed) => {
    expect(bracketedAddress(address)).toBe(bracketed);
  });
});
