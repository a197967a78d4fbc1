import { describe, expect, it } from "vitest";
import { analyze } from "./analyze.js";
import { toSarif } from "./report/sarif.js";
import { faultyMessages } from "./testing/faulty-messages.js";
import { largeSpecs, SIXTY_BY_FORTY } from "./testing/large-specs.js";

/** One screen of problems: rows of at least 36 px each, on 900 px. */
const MOST_PROBLEMS = 20;
const MOST_CHARACTERS = 200_000;

const shapes = Object.entries(largeSpecs(SIXTY_BY_FORTY));

describe.each(["1.7", "2.1"])("60 groups and 40 registries under containerd %s", (containerdVersion) => {
  it.each(shapes)("%s: short messages, a short answer, few problems", (_, text) => {
    const analysis = analyze(text, { containerdVersion });
    const { diagnostics } = analysis;
    expect(faultyMessages(analysis)).toEqual([]);
    const size = JSON.stringify({ valid: true, diagnostics }).length;
    const sarif = JSON.stringify(toSarif([{ file: "cluster.yaml", diagnostics }])).length;
    expect(size).toBeLessThan(MOST_CHARACTERS);
    expect(sarif).toBeLessThan(MOST_CHARACTERS);
    expect(diagnostics.length).toBeLessThan(MOST_PROBLEMS);
  });
});
