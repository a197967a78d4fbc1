import { describe, expect, it } from "vitest";
import chart from "../../conformance/spegel-chart-samples.json" with { type: "json" };
import conformance from "../../conformance/spegel-mirror.json" with { type: "json" };
import { chartReleases, compareReleases } from "../releases.js";
import { runMirrorSteps } from "./run-mirror-steps.js";
import type { MirrorInput, MirrorOutcome } from "./steps.js";

/** Whose answers spegel-mirror.json holds; a later release may write something else. */
const ASKED = "0.7.4";

describe(`what Spegel ${ASKED} wrote`, () => {
  it.each(conformance.cases)("$id: $what", ({ input, expected }) => {
    // The JSON's inferred union of literal shapes is narrower than what the cases mean.
    const outcome = runMirrorSteps(input as unknown as MirrorInput, { version: ASKED });
    // What containerd refuses is containerd's matter.
    const { refused: _, ...written } = expected as unknown as MirrorOutcome & { refused?: string[] };
    expect(withoutParserText(outcome)).toEqual(withoutParserText(written));
  });
});

describe("what each release wrote", () => {
  const runs = chart.samples.flatMap((sample) =>
    sample.results.flatMap((result) =>
      chartReleases
        .filter((version) => isBetween(version, result.from, result.until))
        .map((version) => ({ name: `${sample.id} at ${version}`, version, sample, result })),
    ),
  );

  it.each(runs)("$name", ({ version, sample, result }) => {
    const outcome = runMirrorSteps(
      {
        existing: sample.existing as unknown as Record<string, string>,
        mirroredRegistries: sample.registries,
        mirrorTargets: chart.mirrorTargets,
        resolveTags: true,
        prependExisting: sample.keepExisting,
        basicAuth: sample.basicAuth,
      },
      { version },
    );
    if ("error" in result) expect(outcome).toMatchObject({ error: result.error, errorStep: 0 });
    else expect(outcome.files).toEqual(result.files);
  });
});

function isBetween(version: string, from: string, until: string | null): boolean {
  return compareReleases(version, from) >= 0 && (until === null || compareReleases(version, until) <= 0);
}

/** That a file does not parse is Spegel's behaviour; in which words is the TOML parser's. */
function withoutParserText(outcome: MirrorOutcome): MirrorOutcome {
  return "error" in outcome && outcome.error.startsWith("toml: ") ? { ...outcome, error: "toml" } : outcome;
}
