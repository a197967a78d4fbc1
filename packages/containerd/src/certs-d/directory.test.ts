import { describe, expect, it } from "vitest";
import { candidateDirectories, findDirectory } from "./directory.js";
import { certsTree } from "./tree.js";

describe("candidateDirectories", () => {
  it.each([
    ["docker.io", ["docker.io", "_default"]],
    ["reg.example:5000", ["reg.example_5000_", "reg.example:5000", "_default"]],
    ["[fd00::1]:5000", ["[fd00::1]_5000_", "[fd00::1]:5000", "_default"]],
    // The last colon is taken for a port's, even in an address.
    ["[fd00::1]", ["[fd00:_1]_", "[fd00::1]", "_default"]],
  ])("%s", (registry, directories) => expect(candidateDirectories(registry)).toEqual(directories));
});

describe("findDirectory", () => {
  const find = (registry: string, files: string[], directories: string[] = []) =>
    findDirectory(certsTree(Object.fromEntries(files.map((file) => [file, ""])), directories), registry);

  it.each([
    ["nothing", "quay.io", [], [], null],
    ["_default", "quay.io", ["_default/hosts.toml"], [], "_default"],
    ["its own before _default", "quay.io", ["_default/hosts.toml", "quay.io/x"], [], "quay.io"],
    ["an empty directory", "quay.io", ["_default/hosts.toml"], ["quay.io"], "quay.io"],
    ["a plain file", "quay.io", ["_default/hosts.toml", "quay.io"], [], "quay.io"],
    ["host_port_ first", "r:1", ["r:1/hosts.toml", "r_1_/hosts.toml"], [], "r_1_"],
  ])("%s", (_what, registry, files, directories, name) => {
    expect(find(registry, files, directories)).toEqual({ name });
  });
});
