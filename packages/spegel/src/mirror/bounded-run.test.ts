import { expect, test } from "vitest";
import { MOST_WRITTEN } from "./configure.js";
import { runMirrorSteps } from "./run-mirror-steps.js";

const list = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `https://${name}${index}.example`);
const common = { existing: {}, resolveTags: true, prependExisting: false };

const length = (files: Readonly<Record<string, string>>) =>
  Object.values(files).reduce((sum, content) => sum + content.length, 0);

test("registries times targets are followed up to a bound", () => {
  const outcome = runMirrorSteps({
    ...common,
    mirroredRegistries: list(2_000, "r"),
    mirrorTargets: list(2_000, "t"),
  });
  expect(outcome).toMatchObject({ error: expect.stringContaining(String(MOST_WRITTEN)), errorStep: 0 });
  expect(length(outcome.files)).toBeLessThanOrEqual(MOST_WRITTEN);
});

test("500 registries with 20 targets are far inside", () => {
  const outcome = runMirrorSteps({
    ...common,
    mirroredRegistries: list(500, "r"),
    mirrorTargets: list(20, "t"),
  });
  expect(outcome).not.toHaveProperty("error");
  expect(length(outcome.files)).toBeLessThan(MOST_WRITTEN / 4);
});
