import { describe, expect, it } from "vitest";
import { previewSpec } from "../../preview-spec.js";
import { dockerIo } from "../../testing/specs.js";
import { renderedTemplates, sourceRange } from "./template-places.js";

describe("where in its template a place of the rendered file stands", () => {
  it.each([
    ["the beginning", "# mine", 0, 0],
    ["the end", "# mine", 7, 7],
    ["all of a file in which the template writes nothing", "{{- /* mine */ -}}", 0, 0],
  ])("%s", (_, line, offset, expected) => {
    const [one] = renderedTemplates(previewSpec({ sprig: null }, dockerIo(line), {}));
    expect(one && sourceRange(one, { start: offset, end: offset })).toEqual({
      start: expected,
      end: expected,
    });
  });
});
