import { expect, it } from "vitest";
import { previewSpec } from "../preview-spec.js";
import { findingRange } from "./diagnose.js";

it("places what is found in a text without documents at its beginning", () => {
  const preview = previewSpec({ sprig: null, readToml: null }, "", {});
  expect(findingRange(preview, { path: ["spec"] })).toEqual({ start: 0, end: 0 });
});
