import type { NodeFile } from "@lookinglass/designer";
import { expect, test } from "vitest";
import { type FilePair, pairFiles } from "../file-changes.js";
import { chooseComparedFile } from "./compared-file.js";

const file = (path: string, kind: "extension" | "spegel" = "extension"): NodeFile => ({
  path,
  content: "",
  state: "active",
  origin: { kind },
});
const backup: NodeFile = {
  ...file("_backup/b/hosts.toml"),
  state: "backup",
  replaced: { path: "b/hosts.toml", by: "spegel" },
};
const PAIRS: FilePair[] = pairFiles(
  [file("a/hosts.toml"), file("b/hosts.toml")],
  [file("a/hosts.toml"), file("_default/hosts.toml", "spegel"), backup],
);

test.each([
  ["a/hosts.toml", "a/hosts.toml"],
  ["b/hosts.toml", "_backup/b/hosts.toml"],
  ["_backup/b/hosts.toml", "_backup/b/hosts.toml"],
  ["unknown", "_default/hosts.toml"],
  [null, "_default/hosts.toml"],
])("for %s the files of %s are compared", (wanted, shown) => {
  expect(chooseComparedFile(PAIRS, wanted)?.path).toBe(shown);
});

test("nothing to choose from", () => {
  expect(chooseComparedFile([], "a")).toBeNull();
});
