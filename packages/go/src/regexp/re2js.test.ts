import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { compileMatch } from "./search.js";

/** Pieces that re2js reads as Go does. */
const piece = fc.constantFrom(
  ..."ab0:/k ".split(""),
  ..."\\. . ^ $ \\A \\z \\b \\B \\d \\D \\s \\S \\w \\W".split(" "),
  ..."[a-c] [^/] [[:alpha:]_] [[:^digit:]] [\\d\\-] [\\W] \\pL \\PL \\p{Greek} [^\\p{Lu}]".split(" "),
  ..."a* .+ b? (a|:) (?:ab|) (a*)* [ab]{2} .{1,3} a{0,2}? (?i) (?m) (?s) (?-i) | é я".split(" "),
);
const pattern = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(""));
const text = fc
  .array(fc.constantFrom(..."ab0:/.kK_- \nABéЯя\u212a\u017f😀\u03a9\u2126"), { maxLength: 8 })
  .map((characters) => characters.join(""));

describe("another implementation of RE2", () => {
  it("finds a match where this one does", () => {
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 4, maxLength: 8 }), (expression, texts) => {
        const compiled = compileMatch(expression);
        if ("error" in compiled) return;
        const other = RE2JS.compile(expression);
        expect(texts.map(compiled.test)).toEqual(texts.map((each) => other.test(each)));
      }),
      { numRuns: 500 },
    );
  });
});
