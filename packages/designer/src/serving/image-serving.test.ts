import { describe, expect, test } from "vitest";
import { type ImageServing, imageServing } from "./image-serving.js";

const DIGEST = `sha256:${"a".repeat(64)}`;
const FILTERS = [":latest$", "^ghcr\\.io/org/"];
const DOCKER_AND_GHCR = ["https://docker.io", "https://ghcr.io"];

function serve(image: string, version: string, mirroredRegistries: readonly string[] = []): ImageServing {
  const settings = { registryFilters: FILTERS, mirroredRegistries };
  const answer = imageServing({ settings, version, images: [image] });
  const [first] = answer.ok ? answer.images : [];
  if (!first) throw new Error("no answer");
  return first;
}

describe("which images Spegel serves", () => {
  test.each([
    [
      "a short name is Docker Hub's latest",
      "nginx",
      "docker.io/library/nginx:latest",
      { by: "filter", index: 0 },
      null,
    ],
    ["a tag that no filter names", "nginx:1.27", "docker.io/library/nginx:1.27", null, null],
    [
      "a repository is refused by digest too",
      "ghcr.io/org/app:v1",
      "ghcr.io/org/app:v1",
      { by: "filter", index: 1 },
      { by: "filter", index: 1 },
    ],
    ["no tag is asked for", `nginx@${DIGEST}`, `docker.io/library/nginx@${DIGEST}`, undefined, null],
    [
      "a registry that is not listed",
      "quay.io/a/b:1",
      "quay.io/a/b:1",
      { by: "registry", registry: "quay.io" },
      { by: "registry", registry: "quay.io" },
    ],
  ] as const)("%s: %s", (_name, image, reference, tag, digest) => {
    expect(serve(image, "0.7.4", DOCKER_AND_GHCR)).toEqual({ image, reference, tag, digest });
  });

  test("what 0.4.0 answers but does not announce is found on no node", () => {
    const unlisted = { by: "registry", registry: "quay.io" };
    expect(serve("quay.io/a/b:1", "0.4.0", DOCKER_AND_GHCR)).toMatchObject({
      tag: unlisted,
      digest: unlisted,
    });
  });

  test("0.4.0 does not look at filters when it is asked by digest", () => {
    expect(serve("ghcr.io/org/app:v1", "0.4.0")).toMatchObject({
      tag: { by: "filter", index: 1 },
      digest: null,
    });
  });

  test("a reference that containerd refuses", () => {
    expect(serve("https://nginx", "0.7.4")).toEqual({ image: "https://nginx", error: expect.any(String) });
  });

  test.each([
    ["the filter at fault is named", ["a", "(?=x)"], [], 1],
    ["a wrong list is no filter's fault", ["a"], ["quay.io"], null],
  ])("Spegel does not start: %s", (_name, registryFilters, mirroredRegistries, filter) => {
    const settings = { registryFilters, mirroredRegistries };
    expect(imageServing({ settings, version: "0.7.4", images: ["nginx"] })).toMatchObject({
      ok: false,
      filter,
    });
  });
});
