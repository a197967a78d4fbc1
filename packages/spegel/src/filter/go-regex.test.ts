import { describe, expect, it } from "vitest";
import conformance from "../../conformance/re2.json" with { type: "json" };
import { compileRegex } from "./go-regex.js";

describe("Go 1.26 regexp", () => {
  it.each(conformance.cases)("$id", ({ pattern, error, matches }) => {
    const compiled = compileRegex(pattern);
    if ("error" in compiled) {
      expect(compiled.error).toBe(error);
      return;
    }
    expect(error).toBeNull();
    const answers = Object.keys(matches).map((text) => [text, compiled.test(text)]);
    expect(Object.fromEntries(answers)).toEqual(matches);
  });
});
