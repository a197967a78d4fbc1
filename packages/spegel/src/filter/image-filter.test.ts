import { describe, expect, it } from "vitest";
import conformance from "../../conformance/spegel-filters.json" with { type: "json" };
import { parseSpegelImage } from "./image.js";
import { imageFilter } from "./image-filter.js";

interface Answer {
  readonly ref: string;
  readonly filtered?: boolean;
  readonly digestFiltered?: boolean;
  readonly error?: string;
}

/** Whose answers spegel-filters.json holds; a later release may serve something else. */
const ASKED = "0.7.4";

describe(`what Spegel ${ASKED} leaves alone`, () => {
  it.each(conformance.cases)("$id: $what", ({ input, expected }) => {
    const filter = imageFilter(input, { version: ASKED });
    // The cases are either refused or answered image by image.
    const { error, images } = expected as { error?: string; images?: Answer[] };
    if (!filter.ok) {
      expect(filter.error).toBe(error);
      return;
    }
    expect(error).toBeUndefined();
    expect(input.images.map((ref) => answer(filter, ref))).toEqual(images);
  });
});

function answer(filter: Extract<ReturnType<typeof imageFilter>, { ok: true }>, ref: string): Answer {
  const image = parseSpegelImage(ref);
  if ("error" in image) return { ref, error: image.error };
  return { ref, filtered: filter.filtered(ref, "tag"), digestFiltered: filter.filtered(ref, "digest") };
}

describe("what refuses an image", () => {
  const settings = {
    registryFilters: [":latest$", "^ghcr\\.io/"],
    mirroredRegistries: ["https://docker.io", "https://ghcr.io"],
    resolveLatestTag: false,
  };
  const digest = `sha256:${"a".repeat(64)}`;
  it.each([
    ["0.7.4", "docker.io/library/nginx:1.27", "tag", null],
    ["0.7.4", "docker.io/library/nginx:latest", "tag", { by: "filter", index: 0 }],
    ["0.7.4", "docker.io/library/nginx:latest", "digest", null],
    ["0.7.4", "ghcr.io/org/app:v1", "digest", { by: "filter", index: 1 }],
    ["0.7.4", "quay.io/org/app:v1", "tag", { by: "registry", registry: "quay.io" }],
    ["0.7.4", "nginx", "tag", { by: "reference", error: expect.stringContaining("registry") }],
    ["0.4.0", "quay.io/org/app:v1", "tag", null],
    ["0.4.0", `ghcr.io/org/app@${digest}`, "digest", null],
    ["0.3.0", "ghcr.io/org/app:v1", "tag", null],
    ["0.3.0", "ghcr.io/org/app:latest", "tag", { by: "latest-tag" }],
  ] as const)("%s: %s by %s", (version, reference, kind, refusal) => {
    const filter = imageFilter(settings, { version });
    expect(filter.ok && filter.refusal(reference, kind)).toEqual(refusal);
  });

  it("the chart's own filter for resolveLatestTag is none of the user's", () => {
    const filter = imageFilter({ ...settings, registryFilters: [] }, { version: "0.5.0" });
    expect(filter.ok && filter.refusal("docker.io/library/nginx:latest", "tag")).toEqual({
      by: "latest-tag",
    });
  });
});
