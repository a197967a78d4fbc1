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
  expect(exportName(name, ".yaml")).toBe(file);
});

test("what tells files apart stands behind the cluster's name", () => {
  expect(exportName("shop", ".tar.gz", "nodes/gpu", "running", "certs.d")).toBe(
    "shop-nodes-gpu-running-certs.d.tar.gz",
  );
});
