import { describe, expect, test } from "vitest";
import { askPrograms, found, reported } from "./programs.js";

const programs = askPrograms();

const messagesOf = async (spec: string, spegelVersion: string) => {
  const { diagnostics } = await programs.validate(spec, { spegelVersion });
  return found(diagnostics, "spegel/prepend-partial").map(({ message }) => message);
};

const file = (key: string, path: string, content: string) =>
  `      ${key}: {path: "templates/root_dir/etc/containerd/certs.d/${path}", content: ${JSON.stringify(content)}}\n`;
const withFiles = (registries: string, ...files: string[]) =>
  `kind: Cluster\nmetadata: {name: c}\nspec:\n  kublrAgentConfig:\n    cluster: {addon: {spegel: {helm_values: {spegel: {prependExisting: true, mirroredRegistries: [${registries}]}}}}}\n    extensions:\n${files.join("")}`;

const HOST = `[host."https://m.example.com"]\ncapabilities = ["pull", "resolve"]\n`;

describe("10 (spegel-org/spegel#648): what prependExisting does not keep, and why", () => {
  const spec = reported("10-prepend-partial-message");

  test("each file has its own reason", async () => {
    expect(await messagesOf(spec, "0.7.4")).toEqual([
      'Spegel keeps nothing of gitlab-registry.example.com:1337/hosts.toml: it has no [host] table of its own. Its capabilities, ca would have to stand in [host."https://gitlab-registry.example.com:1337"].',
      "Of ghcr.io/hosts.toml Spegel does not keep https://f.example.com: only hosts with a [host] table of their own are kept.",
    ]);
  });

  test("what is said is what the preview shows", async () => {
    const settings = { spegelVersion: "0.7.4" };
    const gitlab = await programs.file(spec, "gitlab-registry.example.com:1337/hosts.toml", settings);
    expect(gitlab).not.toContain("ca.crt");
    expect(await programs.file(spec, "quay.io/hosts.toml", settings)).toContain("server = 'https://quay.io'");
    const ghcr = await programs.file(spec, "ghcr.io/hosts.toml", settings);
    expect(ghcr).toContain("[host.'https://e.example.com']");
    expect(ghcr).not.toContain("f.example.com");
  });

  test.each([
    [
      "0.4.0",
      ["Spegel keeps nothing of quay.io/ca.crt: Spegel 0.4.0 copies no certificates, 0.5.0 and later do."],
    ],
    ["0.5.0", []],
    ["0.7.4", []],
  ])("a certificate beside the file, Spegel %s", async (version, messages) => {
    const with2 = withFiles(
      "'https://quay.io'",
      file("a", "quay.io/hosts.toml", HOST),
      file("b", "quay.io/ca.crt", "PEM\n"),
    );
    expect(await messagesOf(with2, version)).toEqual(messages);
  });

  test("a registry that is not listed, and one whose directory has the port with underscores", async () => {
    const both = withFiles(
      "'https://quay.io'",
      file("a", "ghcr.io/hosts.toml", HOST),
      file("b", "reg.example_5000_/hosts.toml", HOST),
    );
    expect(await messagesOf(both, "0.7.4")).toEqual([
      "Spegel keeps nothing of ghcr.io/hosts.toml: ghcr.io is not in mirroredRegistries.",
      "Spegel keeps nothing of reg.example_5000_/hosts.toml: it looks for files of that registry in reg.example:5000 only.",
    ]);
  });

  test("Docker Hub's server is the one that Spegel writes, another one is lost", async () => {
    const hub = (server: string) =>
      withFiles("'https://docker.io'", file("a", "docker.io/hosts.toml", `server = "${server}"\n${HOST}`));
    expect(await messagesOf(hub("https://registry-1.docker.io"), "0.7.4")).toEqual([]);
    expect(await messagesOf(hub("https://proxy.example.com"), "0.7.4")).toEqual([
      'Spegel keeps only the [host] tables of docker.io/hosts.toml: the line server = "https://proxy.example.com" is lost.',
    ]);
  });
});
