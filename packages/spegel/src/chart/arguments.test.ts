import { describe, expect, it } from "vitest";
import { mirrorArguments } from "./arguments.js";
import { effectiveValues } from "./effective-values.js";

const nodeAddress = "192.0.2.10";

function argumentsOf(user: unknown, version = "0.4.0") {
  return mirrorArguments(effectiveValues(user, { version }), { version, nodeAddress });
}

describe("mirrorArguments with the chart's defaults", () => {
  it.each([
    ["0.0.3", ["http://127.0.0.1:30020", "http://127.0.0.1:30021"]],
    ["0.0.14", ["http://127.0.0.1:30020", "http://127.0.0.1:30021"]],
    ["0.0.15", ["http://192.0.2.10:30020", "http://192.0.2.10:30021"]],
    ["0.4.0", ["http://192.0.2.10:30020", "http://192.0.2.10:30021"]],
    ["0.7.4", ["http://192.0.2.10:30020", "http://192.0.2.10:30021"]],
  ])("%s writes to the node's own ports", (version, mirrorTargets) => {
    const given = argumentsOf({}, version);
    expect(given).toMatchObject({
      mirrorAdd: true,
      configPath: "/etc/containerd/certs.d",
      mirrorTargets,
      resolveTags: true,
      prependExisting: false,
      basicAuth: null,
      problems: [],
    });
  });
});

describe("mirrorArguments", () => {
  it.each([
    [
      "the address is replaced",
      "0.4.0",
      { service: { registry: { nodeIp: "198.51.100.1" } } },
      "http://198.51.100.1:30020",
    ],
    [
      "not before 0.0.25",
      "0.0.24",
      { service: { registry: { nodeIp: "198.51.100.1" } } },
      "http://192.0.2.10:30020",
    ],
    ["other ports", "0.4.0", { service: { registry: { hostPort: 1234 } } }, "http://192.0.2.10:1234"],
    [
      "a port of six digits is printed as Go prints numbers",
      "0.4.0",
      { service: { registry: { hostPort: 1000000 } } },
      "http://192.0.2.10:1e+06",
    ],
    ["no port", "0.4.0", { service: { registry: { hostPort: null } } }, "http://192.0.2.10:"],
    [
      "same-node traffic leaves the node port",
      "0.5.0",
      { service: { registry: { usePreferSameNodeTrafficDistribution: true } } },
      "http://192.0.2.10:30021",
    ],
    [
      "which 0.4.0 does not know",
      "0.4.0",
      { service: { registry: { usePreferSameNodeTrafficDistribution: true } } },
      "http://192.0.2.10:30020",
    ],
  ])("first target: %s", (_, version, user, expected) => {
    expect(argumentsOf(user, version).mirrorTargets[0]).toBe(expected);
  });

  it.each([
    ["0.4.0", { additionalMirrorTargets: ["https://m.example"] }],
    ["0.0.30", { additionalMirrorRegistries: ["https://m.example"] }],
    ["0.0.3", { additionalMirrorRegistries: ["https://m.example"] }],
  ])("%s: additional targets come last", (version, spegel) => {
    expect(argumentsOf({ spegel }, version).mirrorTargets[2]).toBe("https://m.example");
  });

  it.each([
    ["0.4.0", { prependExisting: true }, true],
    ["0.4.0", { appendMirrors: true }, false],
    ["0.0.30", { appendMirrors: true }, true],
    ["0.0.20", { appendMirrors: true }, false],
    ["0.4.0", { prependExisting: "true" }, true],
    ["0.4.0", { prependExisting: "F" }, false],
  ])("%s: prependExisting of %j is %s", (version, spegel, expected) => {
    expect(argumentsOf({ spegel }, version).prependExisting).toBe(expected);
  });

  it.each([
    [false, false],
    ["false", true],
    ["", false],
    [null, false],
    [0, false],
    [1, true],
    [[], false],
    [{ a: 1 }, true],
  ])("containerdMirrorAdd: %j is tested as a template does: %s", (containerdMirrorAdd, expected) => {
    expect(argumentsOf({ spegel: { containerdMirrorAdd } }).mirrorAdd).toBe(expected);
  });

  it("prints what is not text in a list, and expands the node's address", () => {
    const mirroredRegistries = ["https://docker.io", 5000, true, null, "http://$(NODE_IP):1", "$$(NODE_IP)"];
    expect(argumentsOf({ spegel: { mirroredRegistries } }).mirroredRegistries).toEqual([
      "https://docker.io",
      "5000",
      "true",
      "",
      "http://192.0.2.10:1",
      "$(NODE_IP)",
    ]);
  });

  it("ranges over a map in the order of its keys", () => {
    const given = argumentsOf({ spegel: { registryFilters: { b: "two", a: "one" } } });
    expect(given.registryFilters).toEqual(["one", "two"]);
  });

  it.each([
    [
      "a list that is text",
      "0.4.0",
      { spegel: { registryFilters: ":latest$" } },
      "helm",
      "spegel.registryFilters",
    ],
    ["a section that is gone", "0.4.0", { spegel: null }, "helm", "spegel"],
    ["a section that is text", "0.4.0", { service: { registry: "x" } }, "helm", "service.registry"],
    [
      "a boolean that is none",
      "0.4.0",
      { spegel: { resolveTags: "no" } },
      "configuration",
      "spegel.resolveTags",
    ],
    [
      "a boolean that is deleted",
      "0.4.0",
      { spegel: { prependExisting: null } },
      "configuration",
      "spegel.prependExisting",
    ],
    [
      "a flag of the registry",
      "0.5.0",
      { spegel: { resolveLatestTag: "x" } },
      "registry",
      "spegel.resolveLatestTag",
    ],
    [
      "a port that is none",
      "0.7.4",
      { service: { registry: { hostPort: "70000" } } },
      "install",
      "service.registry.hostPort",
    ],
    [
      "a port of another service",
      "0.0.3",
      { service: { metrics: { port: 0 } } },
      "install",
      "service.metrics.port",
    ],
    [
      "an empty list before 0.1.0",
      "0.0.30",
      { spegel: { registries: [] } },
      "configuration",
      "spegel.registries",
    ],
  ])("%s is a problem", (_, version, user, stage, path) => {
    expect(argumentsOf(user, version).problems).toContainEqual(expect.objectContaining({ stage, path }));
  });

  it("stands in for a secret's content, and takes it when it is known", () => {
    const values = effectiveValues({ basicAuthSecretName: "s" }, { version: "0.4.0" });
    const known = { username: "u", password: "p" };
    const options = { version: "0.4.0", nodeAddress };
    expect(mirrorArguments(values, options)).toMatchObject({
      basicAuth: { username: "USERNAME", password: "PASSWORD" },
      isBasicAuthPlaceholder: true,
    });
    expect(mirrorArguments(values, { ...options, basicAuth: known })).toMatchObject({
      basicAuth: known,
      isBasicAuthPlaceholder: false,
    });
  });
});
