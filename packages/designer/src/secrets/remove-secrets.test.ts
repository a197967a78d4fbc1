import { editSpec } from "@lookinglass/cluster-spec";
import { expect, test } from "vitest";
import { findSecrets } from "./find-secrets.js";
import { removeSecretsEdits } from "./remove-secrets.js";

const CLUSTER = "kind: Cluster # keep\nspec: {}\n";

test.each([
  ["no Secret", CLUSTER, CLUSTER],
  ["a document", `${CLUSTER}---\nkind: Secret\ndata: {a: eA==}\n`, CLUSTER],
  ["the first document", `kind: Secret\ndata: {a: eA==}\n---\n${CLUSTER}`, CLUSTER],
  [
    "several documents, and what stands between them",
    "kind: Secret\ndata: {a: eA==}\n---\nkind: A\n---\nkind: Secret\ndata: {b: eA==}\n---\nkind: B\n",
    "kind: A\n---\nkind: B\n",
  ],
  [
    "items of a list",
    "kind: List\nitems:\n  - kind: A\n  - kind: Secret\n    data: {a: eA==}\n  - kind: Secret\n    data: {b: eA==}\n  - kind: B\n",
    "kind: List\nitems:\n  - kind: A\n  - kind: B\n",
  ],
  [
    "a text that holds one",
    "kind: Cluster\nspec:\n  a: 1\n  manifest: |\n    kind: Secret\n    data: {a: eA==}\n",
    "kind: Cluster\nspec:\n  a: 1\n",
  ],
])("%s", (_name, before, after) => {
  const { text, refused } = editSpec(before, removeSecretsEdits(before));
  expect(refused).toBeUndefined();
  expect(text).toBe(after);
  expect(findSecrets(text).filter(({ kind }) => kind === "secret-document")).toEqual([]);
});

test("nothing is removed from a text that does not parse", () => {
  expect(removeSecretsEdits("kind: Secret\ndata: {a: eA==\n---\n: [")).toEqual([]);
});
