import { decodeJson, type MissingKey, renderTemplate } from "@lookinglass/go-template";
import { afterAll, describe, expect, it } from "vitest";
import { findGo } from "../../scripts/lib/go.mjs";
import { type RandomTemplate, TemplateMaker } from "./generate.js";
import { type Answer, GoTemplates } from "./go.js";
import { Chance } from "./random.js";

const COUNT = Number(process.env.LOOKINGLASS_TEMPLATES ?? 2000);
const SEED = Number(process.env.LOOKINGLASS_SEED ?? 20261123) || Date.now() % 2 ** 31;
const AT_ONCE = 10_000;
/** Go has none; a template that reaches these is told as a difference. */
const LIMITS = { maxSteps: 100_000_000, maxOutputBytes: 2 ** 28 };
/** As many differences are shown; they tend to have one cause. */
const SHOWN = 20;

const go = findGo();
if (go === null)
  console.warn("Skipped: the comparison of templates with a real Go. No Go 1.26 or later is here.");

describe.skipIf(go === null)("renderTemplate answers as Go", () => {
  const templates = go === null ? null : new GoTemplates(go);

  afterAll(() => templates?.remove());

  it(
    `to ${COUNT} random templates (LOOKINGLASS_TEMPLATES), seed ${SEED} (LOOKINGLASS_SEED)`,
    () => {
      const maker = new TemplateMaker(new Chance(SEED));
      const differences: unknown[] = [];
      const seen = { rendered: 0, refused: 0, failed: 0 };
      for (let done = 0; done < COUNT; done += AT_ONCE) {
        const some = Array.from({ length: Math.min(AT_ONCE, COUNT - done) }, () => maker.make());
        const answers = templates?.answers(some) ?? [];
        for (const [index, given] of some.entries()) {
          const theirs = answers[index] ?? { output: "" };
          seen[kindOf(theirs)]++;
          const ours = ownAnswer(given);
          const isSame = ours.output === theirs.output && ours.error === theirs.error;
          if (!isSame && differences.length < SHOWN) differences.push({ given, go: theirs, here: ours });
        }
      }
      console.log(`${COUNT} templates, seed ${SEED}: ${JSON.stringify(seen)}`);
      expect(differences).toEqual([]);
      // Templates that all fail would show little.
      expect(seen.rendered).toBeGreaterThan(COUNT / 5);
    },
    30 * 60_000,
  );
});

function kindOf({ error }: Answer): "rendered" | "refused" | "failed" {
  return error === undefined ? "rendered" : error.includes(": executing ") ? "failed" : "refused";
}

function ownAnswer({ template, data, options }: RandomTemplate): Answer {
  // The options are Go's spelling of this type.
  const missingKey = (options?.[0].replace("missingkey=", "") ?? "default") as MissingKey;
  const result = renderTemplate(template, decodeJson(data), { missingKey, limits: LIMITS });
  return result.ok
    ? { output: result.output }
    : { output: result.partialOutput, error: result.error.message };
}
