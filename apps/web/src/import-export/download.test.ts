import { expect, test } from "vitest";
import { exportName } from "./download.js";

test.each([
  ["shop-staging", "shop-staging.yaml"],
  ["a/../b", "a-..-b.yaml"],
  ["../x", "x.yaml"],
  ["ünïcode", "n-code.yaml"],
  ["", "cluster.yaml"],
  [null, "cluster.yaml"],
])("%j is saved as %s", (name, file) => {
  expect(exportName(name)).toBe(file);
});
