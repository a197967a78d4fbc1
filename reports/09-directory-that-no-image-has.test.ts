import { describe, expect, test } from "vitest";
import { askPrograms, found, reported } from "./programs.js";

const programs = askPrograms();
const settings = { containerdVersion: "2.1.9" };

const CERTS_D = "templates/root_dir/etc/containerd/certs.d";
const HOSTS = `[host."https://mirror.example.com"]\n`;

const withDirectory = (name: string, values = "{containerdMirrorAdd: false}") =>
  `kind: Cluster\nmetadata: {name: c}\nspec:\n  kublrAgentConfig:\n    cluster: {addon: {spegel: {helm_values: {spegel: ${values}}}}}\n    extensions: {a: {path: "${CERTS_D}/${name}/hosts.toml", content: ${JSON.stringify(HOSTS)}}}\n`;

describe("09 (moby/moby#26810, regclient/regclient#933): directories that no image reference leads to", () => {
  test("each is told once, and nothing else is said of what is never read", async () => {
    const { diagnostics } = await programs.validate(reported("09-directory-that-no-image-has"), settings);
    const unknown = found(diagnostics, "template/path-unknown");
    const names = [
      "my_repo:5000",
      "registry.example.com_5000",
      "registry.example.com:",
      "x-.example.com",
      "registry.example.com.",
      "bücher.example",
      "my_repo",
    ];
    expect(
      unknown.map(({ message }) => names.find((name) => message.includes(`certs.d/${name}`))),
    ).toHaveLength(7);
    for (const [at, name] of names.entries()) expect(unknown[at]?.message).toContain(`certs.d/${name}`);
    expect(found(diagnostics, "hosts/shadows-default")).toEqual([]);
  });

  test.each([
    "registry.example.com:port",
    "registry.example.com:5000:5001",
    "registry.example.com:0",
    "registry.example.com:99999",
    "_default:5000",
    "_default_5000_",
    "2001:db8::1",
    " quay.io",
    "my_reg.example.com:5000",
    "-x.example.com",
    "a..example.com",
    "my repo.example.com",
  ])("of the same kind: %j", async (name) => {
    const { diagnostics } = await programs.validate(withDirectory(name), settings);
    expect(found(diagnostics, "template/path-unknown")).toHaveLength(1);
    expect(found(diagnostics, "hosts/shadows-default")).toEqual([]);
  });

  test.each([
    "quay.io",
    "reg.example.com:5000",
    "reg.example.com_5000_",
    "localhost:5000",
    "[2001:db8::1]:5000",
    "xn--bcher-kva.example",
  ])("%s is read", async (name) => {
    const { diagnostics } = await programs.validate(withDirectory(name), settings);
    expect(found(diagnostics, "template/path-unknown")).toEqual([]);
    expect(found(diagnostics, "hosts/shadows-default")).toHaveLength(1);
  });

  test("nobody is told to list such a registry, or that its file is no longer read", async () => {
    const spec = withDirectory(
      "my_repo:5000",
      "{prependExisting: true, mirroredRegistries: ['https://quay.io']}",
    );
    const { diagnostics } = await programs.validate(spec, settings);
    expect(found(diagnostics, "spegel/prepend-partial")).toEqual([]);
    expect(found(diagnostics, "spegel/mirror-add-overwrites")).toEqual([]);
  });

  test("a port without its last underscore gets it", async () => {
    const spec = reported("09-directory-that-no-image-has");
    const fixed = await programs.fixed(spec, "template/path-unknown", /_5000_/, settings);
    expect(fixed).toContain("certs.d/registry.example.com_5000_/hosts.toml");
  });
});
