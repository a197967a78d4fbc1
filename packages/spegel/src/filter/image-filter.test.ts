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

describe("what Spegel 0.7.4 leaves alone", () => {
  it.each(conformance.cases)("$id: $what", ({ input, expected }) => {
    const filter = imageFilter(input);
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
