import { describe, expect, test } from "vitest";
import { askPrograms, found, reported, textAt } from "./programs.js";

const programs = askPrograms();
const settings = { spegelVersion: "0.7.4" };

const withValues = (spegel: string) =>
  `kind: Cluster\nmetadata: {name: c}\nspec:\n  kublrAgentConfig:\n    cluster: {addon: {spegel: {helm_values: {spegel: ${spegel}}}}}\n`;

describe("06 (rancher/rke2#8499): mirroredRegistries names registries that no image has", () => {
  const spec = reported("06-dockerhub-alias-in-mirrored-registries");

  test("each entry is told, with what images have instead", async () => {
    const { diagnostics } = await programs.validate(spec, settings);
    const names = found(diagnostics, "spegel/registry-name");
    expect(names.map(({ range }) => textAt(spec, range))).toEqual([
      "https://registry-1.docker.io",
      "https://GHCR.io",
      "https://*.example.com",
    ]);
    expect(names.map(({ severity, message }) => [severity, message])).toEqual([
      ["warning", expect.stringContaining("images of Docker Hub have the registry docker.io")],
      ["warning", expect.stringContaining("images have ghcr.io")],
      ["warning", expect.stringContaining("wildcards in it are not known")],
    ]);
    expect(names.map(({ fixes }) => fixes.map(({ title }) => title))).toEqual([
      ["Write https://docker.io"],
      ["Write https://ghcr.io"],
      [],
    ]);
  });

  test("the filter matches no image, and no advice of looseness is given", async () => {
    const { diagnostics } = await programs.validate(spec, settings);
    expect(found(diagnostics, "spegel/filter-never-matches").map(({ message }) => message)).toEqual([
      "The filter ^index.docker.io/ matches no image: it begins with index.docker.io, and images of Docker Hub have the registry docker.io.",
    ]);
    expect(found(diagnostics, "spegel/filter-loose")).toEqual([]);
  });

  test("after the fixes Spegel's file serves nginx, and the filter is one that matches", async () => {
    const listed = await programs.fixed(spec, "spegel/registry-name", /docker\.io/, settings);
    expect(await programs.file(listed, "docker.io/hosts.toml", settings)).toContain("http://10.0.0.11:30020");
    expect((await programs.pullPath(listed, { image: "nginx" }, settings)).directory).toBe("docker.io");
    const filtered = await programs.fixed(listed, "spegel/filter-never-matches", /Write/, settings);
    expect(filtered).toContain("'^docker\\.io/'");
  });

  test("before them, nginx finds no directory", async () => {
    expect((await programs.pullPath(spec, { image: "nginx" }, settings)).directory).toBeNull();
  });
});

describe("of the same kind", () => {
  const messagesOf = async (spec: string, code: string, spegelVersion = "0.7.4") => {
    const { diagnostics } = await programs.validate(spec, { spegelVersion });
    return found(diagnostics, code).map(({ message }) => message);
  };

  test.each([
    ["https://index.docker.io", "images of Docker Hub have the registry docker.io"],
    ["https://registry.hub.docker.com", "images of Docker Hub have the registry docker.io"],
    ["https://www.docker.com", "images of Docker Hub have the registry docker.io"],
    ["https://Docker.io", "images of Docker Hub have the registry docker.io"],
    ["https://registry.example.com:99999", "a port is a number from 1 to 65535"],
    ["https://registry.example.com:", "behind a registry's name only a port may stand, not :"],
    ["https://registry.example.com.", "no image reference that begins so is valid"],
    ["https://my_reg:5000", "no image reference with such an underscore is valid"],
    ["https://registry.example.com_5000", "with its port the registry is registry.example.com:5000"],
    ["https://fd00::1:5000", "an IPv6 address has brackets in an image's name, as in [fd00::1]:5000"],
  ])("%s", async (entry, why) => {
    for (const version of ["0.4.0", "0.7.4"]) {
      const spec = withValues(`{mirroredRegistries: ["${entry}"]}`);
      expect(await messagesOf(spec, "spegel/registry-name", version)).toEqual([
        `No image uses ${entry} of mirroredRegistries: ${why}.`,
      ]);
    }
  });

  test.each([
    "https://docker.io",
    "https://ghcr.io",
    "http://reg.example:5000",
    "_default",
    "https://[fd00::1]:5000",
  ])("%s is right", async (entry) => {
    const spec = withValues(`{mirroredRegistries: ["${entry}"]}`);
    expect(await messagesOf(spec, "spegel/registry-name")).toEqual([]);
  });

  test.each([
    [
      "^registry-1\\.docker\\.io",
      "it begins with registry-1.docker.io, and images of Docker Hub have the registry docker.io",
    ],
    [
      "^library/nginx",
      "it begins with a repository, and the registry comes first, as in docker.io/library/nginx:1.27",
    ],
    ["^my_reg:5000/", "it begins with my_reg:5000, and no image reference with such an underscore is valid"],
  ])("the filter %s", async (filter, why) => {
    const spec = withValues(`{registryFilters: ['${filter}']}`);
    expect(await messagesOf(spec, "spegel/filter-never-matches")).toEqual([
      `The filter ${filter} matches no image: ${why}.`,
    ]);
  });
});
