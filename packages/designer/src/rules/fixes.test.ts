import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Settings } from "../analysis.js";
import { faultySettings, faultyTemplates } from "../testing/faulty-specs.js";
import { harmfulFixes } from "../testing/harm.js";
import { example } from "../testing/marked-spec.js";
import { mutations } from "../testing/mutations.js";

/**
 * After a fix its finding is gone, no error or warning is new, no file changes of a role that the finding does not name,
 * and no comment is lost. testing/harm.ts lists the exceptions; describeRule asks the same of every rule's own cases.
 */
describe("no fix does harm", () => {
  const settings = fc.constantFrom<Settings>(
    { containerdVersion: "2.1" },
    { containerdVersion: "1.7", spegelVersion: "0.7.4" },
  );

  it("in a template that several groups share", () => {
    fc.assert(
      fc.property(faultyTemplates, settings, (text, under) => {
        expect(harmfulFixes(text, { settings: under }), text).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("in Spegel's settings", () => {
    fc.assert(
      fc.property(faultySettings, settings, (text, under) => {
        expect(harmfulFixes(text, { settings: under }), text).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  const files = readdirSync(new URL("../../../../examples", import.meta.url));
  const examples = files.filter((file) => file.endsWith(".yaml")).map(example);

  const held = (texts: readonly string[]) => {
    for (const text of texts)
      expect(harmfulFixes(text, { settings: { containerdVersion: "2.1" } }), text).toEqual([]);
  };

  it("in the gallery's examples", () => held(examples));

  const broken = [...mutations(examples, { seed: 20_261_126, count: 150 })];
  const AT_ONCE = 15;
  const parts = Array.from({ length: broken.length / AT_ONCE }, (_, part) => part * AT_ONCE);

  it.each(parts)("in broken ones, from number %i on", (from) => held(broken.slice(from, from + AT_ONCE)));
});
