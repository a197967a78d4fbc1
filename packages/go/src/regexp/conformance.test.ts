import { describe, expect, it } from "vitest";
import re2 from "../../conformance/re2.json" with { type: "json" };
import { compileMatch, compileRegexp } from "./index.js";

const free = { steps: () => {}, text: () => {} };

describe("regexp.Compile and MatchString", () => {
  it.each(re2.cases)("$id", ({ pattern, error, matches }) => {
    const [search, regexp] = [compileMatch(pattern), compileRegexp(pattern, free)];
    if ("error" in search || "error" in regexp) {
      expect([search, regexp]).toEqual([{ error }, { error }]);
      return;
    }
    expect(error).toBeNull();
    const answers = (test: (text: string) => boolean) =>
      Object.fromEntries(Object.keys(matches).map((text) => [text, test(text)]));
    expect(answers(search.test)).toEqual(matches);
    expect(answers((text) => regexp.matches(text))).toEqual(matches);
  });
});
