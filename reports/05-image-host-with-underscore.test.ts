/** A registry with an underscore and no port passes as a path, and containerd takes its first part for the registry. */
import { describe, expect, test } from "vitest";
import { askPrograms } from "./programs.js";

const programs = askPrograms();

const MIRROR = '[host."https://mirror.example.com"]\n';

describe("05 (moby/moby#34975, moby/moby#27447): image hosts with an underscore", () => {
  test.each([
    ["docker_test.artifactory.example.com/jfrog/app:1", "docker_test.artifactory.example.com", "jfrog/app"],
    ["nexus_docker.example.com/app:1", "nexus_docker.example.com", "app"],
    ["registry.example.com_5000/app:1", "registry.example.com_5000", "app"],
    ["my__reg.example/team/app:1", "my__reg.example", "team/app"],
  ])("%s", async (image, registry, repository) => {
    const files = { [`${registry}/hosts.toml`]: MIRROR };
    const answer = await programs.inspect({ files, image, containerdVersion: "1.6.20" });
    expect(answer.image).toMatchObject({ registry, repository, tag: "1" });
    expect(answer.resolution).toMatchObject({ dir: registry });
    expect(answer.requests[0]?.url).toBe(
      `https://mirror.example.com/v2/${repository}/manifests/1?ns=${registry}`,
    );
  });

  test.each([
    "my_repo:5000/app",
    "My_Registry.example.com/app",
    "my___reg.example.com/app",
    "_reg.example.com/app",
  ])("%s is refused", async (image) => {
    const answer = await programs.inspect({ files: { "_default/hosts.toml": MIRROR }, image });
    expect(answer.image).toHaveProperty("error");
  });

  test("a node pulls it by way of _default", async () => {
    const path = await programs.pullPath("kind: Cluster\nspec: {}\n", { image: "my_reg.lab.example/app" });
    expect(path).toMatchObject({ succeeds: true, directory: "_default" });
    expect(path.image).toMatchObject({ registry: "my_reg.lab.example", repository: "app", tag: "latest" });
    expect(path.steps[0]?.url).toContain("?ns=my_reg.lab.example");
  });
});
