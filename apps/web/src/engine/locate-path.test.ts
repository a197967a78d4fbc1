import { expect, test } from "vitest";
import { locatePath } from "./locate-path.js";

const TEXT = "kind: Secret\n---\nspec:\n  master: {}\n";

test("a place is shown by its key, in the cluster's document", () => {
  expect(locatePath(TEXT, ["spec", "master"])).toEqual({
    start: { line: 4, column: 3 },
    end: { line: 4, column: 9 },
  });
});

test("a place that is not there is shown by what holds it", () => {
  expect(locatePath(TEXT, ["spec", "master", "kublrAgentConfig"])?.start).toEqual({ line: 4, column: 3 });
});

test("no cluster, no place", () => {
  expect(locatePath("kind: Secret", ["spec"])).toBeNull();
});
