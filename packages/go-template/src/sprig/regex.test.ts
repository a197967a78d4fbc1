import { describe, expect, it } from "vitest";
import { budgetOf } from "../limits.js";
import { mustCompile } from "./compile-regexp.js";

describe("matching", () => {
  it("takes work linear in the text for expressions that make others backtrack", () => {
    const work = (length: number) => {
      const budget = budgetOf({ maxSteps: 100 * length });
      return mustCompile(budget, "^(a|aa|a*)*b$").matches("a".repeat(length));
    };
    expect([work(100), work(1000), work(10_000)]).toEqual([false, false, false]);
  });

  it.each([
    ["options", `(?:${"a?|".repeat(20_000)})*b`],
    ["groups", `${"(a?".repeat(490)}${")".repeat(490)}b`],
  ])("pays for many %s", (_, source) => {
    const expression = mustCompile(budgetOf(), source);
    expect(() => expression.matches("a".repeat(100_000))).toThrow("exceeds the limit");
  });
});
