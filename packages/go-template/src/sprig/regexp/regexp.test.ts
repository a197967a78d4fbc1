import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { budgetOf } from "../../limits.js";
import { Regexp } from "./regexp.js";

interface Case {
  readonly pattern: string;
  readonly error: string | null;
  readonly matches: Readonly<Record<string, boolean>>;
}

const text = readFileSync(new URL("../../../conformance/re2.json", import.meta.url), "utf8");
// The file's "about" gives the shape of its cases.
const { cases } = JSON.parse(text) as { cases: readonly Case[] };

describe("re2.json", () => {
  it.each(cases.map((example) => [example.pattern, example] as const))(
    "%s",
    (pattern, { error, matches }) => {
      if (error !== null) {
        expect(() => new Regexp(budgetOf(), pattern)).toThrow(error);
        return;
      }
      const regexp = new Regexp(budgetOf(), pattern);
      const found = Object.keys(matches).map((subject) => [subject, regexp.matches(subject)]);
      expect(Object.fromEntries(found)).toEqual(matches);
    },
  );
});

describe("matching", () => {
  it("takes work linear in the text for expressions that make others backtrack", () => {
    const work = (length: number) => {
      const budget = budgetOf({ maxSteps: 100 * length });
      return new Regexp(budget, "^(a|aa|a*)*b$").matches("a".repeat(length));
    };
    expect([work(100), work(1000), work(10_000)]).toEqual([false, false, false]);
  });
});
