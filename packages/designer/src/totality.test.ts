import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyze } from "./analyze.js";
import { atEveryPlace } from "./places.js";
import { example } from "./testing/marked-spec.js";
import { mutations } from "./testing/mutations.js";

/**
 * 10,000 mutated specs take some minutes: LOOKINGLASS_MUTATIONS=10000 runs them all. By default a sample of the
 * same sequence runs.
 */
const COUNT = Number(process.env.LOOKINGLASS_MUTATIONS ?? 600);
const BATCHES = 10;

const examples = readdirSync(new URL("../../../examples", import.meta.url))
  .filter((file) => file.endsWith(".yaml"))
  .map(example);

describe(`analyze on ${COUNT} mutated specs`, () => {
  const cases = mutations(examples, { seed: 20_260_101, count: COUNT });
  const size = Math.ceil(COUNT / BATCHES);

  it.each(Array.from({ length: BATCHES }, (_, batch) => batch))(
    "answers each of batch %d with places inside the text, and pollutes no prototype",
    { timeout: 120_000 },
    (batch) => {
      for (const text of cases.slice(batch * size, (batch + 1) * size)) {
        const lines = text.split("\n").length;
        const { diagnostics } = analyze(
          text,
          { spegelVersion: "0.7.4", containerdVersion: "2.1" },
          examples[8],
        );
        const outside = atEveryPlace(diagnostics).filter(
          ({ range }) => range.start.line < 1 || range.end.line > lines,
        );
        expect(outside, text.slice(0, 2_000)).toEqual([]);
        const ids = diagnostics.flatMap(({ fixes, places = [] }) =>
          [fixes, ...places.map((place) => place.fixes ?? [])].flat().map(({ id }) => id),
        );
        expect(ids).toEqual([...new Set(ids)]);
        expect(pollution()).toEqual([]);
      }
    },
  );
});

/** Names that a hostile key would leave on what every object inherits from. */
function pollution(): string[] {
  const names = new Set(["polluted", "enabled", "helm_values", "path", "content", "spec"]);
  return [...names].filter((name) => name in {} || name in [] || name in (() => undefined));
}
