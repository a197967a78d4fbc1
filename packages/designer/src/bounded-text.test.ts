import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bounded, counted, listed } from "./bounded-text.js";

describe("bounded", () => {
  it("leaves what fits as it is", () => {
    expect(bounded("a".repeat(300))).toBe("a".repeat(300));
  });

  it("cuts long names in their middle, so that all words around them stay", () => {
    const name = `registry-${"x".repeat(400)}.example/hosts.toml`;
    const text = bounded(`containerd ignores ${name} and uses no mirror: ${name} is empty.`);
    expect(text).toMatch(
      /^containerd ignores registry-x+…x+\.example\/hosts\.toml and uses no mirror: registry-x/,
    );
    expect(text).toMatch(/ is empty\.$/);
    expect(text.length).toBeGreaterThan(280);
  });

  it("cuts what has no long names in its own middle", () => {
    const text = bounded(`Begin ${"some words ".repeat(100)}end.`);
    expect(text).toMatch(/^Begin .*….* end\.$/);
    expect(text).toHaveLength(300);
  });

  it("never splits a character, nor says more than it may, of any text", () => {
    const words = fc.array(
      fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.constant("🐳".repeat(200))),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 300 }), (parts, most) => {
        const text = parts.join(" ");
        const cut = bounded(text, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
        if (text.length <= most) expect(cut).toBe(text);
      }),
    );
  });
});

it.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c", "d", "e"], "a, b, c, d and e"],
  [["a", "b", "c", "d", "e", "f"], "a, b, c, d, e and f"],
  [Array.from({ length: 2_405 }, () => "a"), "a, a, a, a, a and 2,400 more files"],
])("%# names are listed as %j", (names, expected) => {
  expect(listed(names, "files")).toBe(expected);
});

it.each([
  [0, "0"],
  [999, "999"],
  [1_000, "1,000"],
  [1_234_567, "1,234,567"],
])("%d is counted as %s", (count, text) => {
  expect(counted(count)).toBe(text);
});
