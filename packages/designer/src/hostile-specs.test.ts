import { describe, expect, it } from "vitest";
// The measured specs of the benchmark are the ones that must stay bounded.
import { hostileSpecs } from "../../../bench/lib/hostile-specs.mjs";
import { analyze } from "./analyze.js";
import { MOST_FILE_CHARACTERS, MOST_OF_ONE_CODE } from "./limits.js";

/** Of about a megabyte: `node bench/growth.mjs` measures all of it. */
const SHARE = 0.003;
/** Characters of the answer for each of the text, and what every answer has. */
const MOST_GROWTH = 400;
const EVERY_ANSWER = 20_000;

describe("specs that nobody writes", () => {
  it.each(Object.entries(hostileSpecs))("%s: the answer is bounded", (_, { most, text, files }) => {
    const count = Math.max(8, Math.round(most * SHARE));
    const spec = text(count);
    const lines = spec.split("\n").length;
    const answer = analyze(spec);
    const outside = answer.diagnostics.filter(({ range }) => range.start.line < 1 || range.end.line > lines);
    expect(outside).toEqual([]);
    const asked = Math.min(files?.(count) ?? 0, MOST_FILE_CHARACTERS);
    expect(JSON.stringify(answer).length).toBeLessThan(MOST_GROWTH * spec.length + asked + EVERY_ANSWER);
    const counts = new Map<string, number>();
    for (const { code } of answer.diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
    expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(MOST_OF_ONE_CODE);
  });
});
