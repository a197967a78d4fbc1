import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ImageRefResult, parseImageRef } from "./image-ref.js";

interface Case {
  id: string;
  what: string;
  input: { ref: string };
  expected: ImageRefResult;
}

const file = new URL("../conformance/image-refs.json", import.meta.url);
const { cases }: { cases: Case[] } = JSON.parse(readFileSync(file, "utf8"));

describe("parseImageRef, as containerd's CRI normalises references", () => {
  it.each(cases)("$id: $what", ({ input, expected }) => {
    expect(parseImageRef(input.ref)).toEqual(expected);
  });
});

/** distribution/reference takes the whole name for a path, and containerd its first part for the registry. */
describe("registries that are no host names", () => {
  const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
  it.each([
    ["my_reg.lab.example/app", "my_reg.lab.example", "app", "latest"],
    ["nexus_docker.example.com/app:1", "nexus_docker.example.com", "app", "1"],
    ["registry.example.com_5000/app:1", "registry.example.com_5000", "app", "1"],
    [
      "docker_test.artifactory.example.com/team/app:1.2",
      "docker_test.artifactory.example.com",
      "team/app",
      "1.2",
    ],
    ["a__b.example/app", "a__b.example", "app", "latest"],
    ["10.0.0.1_5000/app", "10.0.0.1_5000", "app", "latest"],
    ["docker.io_/app", null],
    [`my_reg.example/${"a".repeat(240)}`, "my_reg.example", "a".repeat(240), "latest"],
  ])("%s", (ref, registry, repository = "", tag = "") => {
    const parsed = parseImageRef(ref);
    if (registry === null) expect(parsed).toHaveProperty("error");
    else {
      const canonical = `${registry}/${repository}:${tag}`;
      expect(parsed).toEqual({ registry, repository, tag, digest: null, canonical });
    }
  });

  it("by digest, with a tag that is dropped", () => {
    expect(parseImageRef(`my_reg.example/app:1@${digest}`)).toEqual({
      registry: "my_reg.example",
      repository: "app",
      tag: null,
      digest,
      canonical: `my_reg.example/app@${digest}`,
    });
  });

  it.each([
    ["my_repo:5000/x", "invalid reference format"],
    ["My_Reg.example/app", "repository name must be lowercase"],
    ["MY_REG/app", "repository name must be lowercase"],
    ["a___b.example/app", "invalid reference format"],
    ["_reg.example/app", "invalid reference format"],
    ["reg_.example/app", "invalid reference format"],
    ["my_reg..example/app", "invalid reference format"],
    ["my_reg.example./app", "invalid reference format"],
    ["my_reg.example/", "invalid reference format"],
    // The path that counts is the whole name.
    [`my_reg.example/${"a".repeat(241)}`, "repository name must not be more than 255 characters"],
  ])("%s is refused: %s", (ref, error) => expect(parseImageRef(ref)).toEqual({ error }));

  it.each([
    ["my_team/app", "docker.io", "my_team/app"],
    ["localhost/my_app", "localhost", "my_app"],
    ["local_host/app", "docker.io", "local_host/app"],
    ["Registry/app", "Registry", "app"],
    ["index.docker.io/my_app", "docker.io", "library/my_app"],
  ])("%s goes to %s", (ref, registry, repository) => {
    expect(parseImageRef(ref)).toMatchObject({ registry, repository });
  });
});
