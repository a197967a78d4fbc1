import type { FileOrigin, NodeFile } from "@lookinglass/designer";
import { expect, test } from "vitest";
import { changedFiles, pairFiles } from "./file-changes.js";

const file = (
  path: string,
  content = "",
  kind: FileOrigin["kind"] = "extension",
  state: NodeFile["state"] = "active",
): NodeFile => ({ path, content, state, origin: { kind } });
const moved = (path: string, content = ""): NodeFile => ({
  ...file(`_backup/${path}`, content, "extension", "backup"),
  replaced: { path, by: "spegel" },
});
const kinds = (before: NodeFile[], after: NodeFile[]) =>
  pairFiles(before, after).map(({ path, change }) => [path, change]);

const A = "a/hosts.toml";

test.each<[string, NodeFile[], NodeFile[], [string, string | null][]]>([
  ["the same", [file(A)], [file(A)], [[A, null]]],
  ["another text", [file(A, "1")], [file(A, "2")], [[A, "changed"]]],
  ["another writer", [file(A)], [file(A, "", "spegel")], [[A, "replaced"]]],
  ["one more", [], [file(A)], [[A, "added"]]],
  ["one less", [file(A)], [], [[A, "removed"]]],
  ["no longer written", [file(A)], [file(A, "", "extension", "not-generated")], [[A, "removed"]]],
  ["written now", [file(A, "", "extension", "not-generated")], [file(A)], [[A, "added"]]],
  ["never written", [file(A, "", "extension", "not-generated")], [], [[A, null]]],
  ["deleted by Spegel", [file(A)], [file(A, "", "extension", "deleted")], [[A, "removed"]]],
  ["moved away", [file(A)], [moved(A)], [[`_backup/${A}`, "moved"]]],
  [
    "moved away, and Spegel's in its place",
    [file(A)],
    [file(A, "", "spegel"), moved(A)],
    [
      [A, "replaced"],
      [`_backup/${A}`, "moved"],
    ],
  ],
  ["still in _backup", [moved(A)], [moved(A)], [[`_backup/${A}`, null]]],
  ["another text in _backup", [moved(A, "1")], [moved(A, "2")], [[`_backup/${A}`, "changed"]]],
])("%s", (_, before, after, expected) => {
  expect(kinds(before, after)).toEqual(expected);
});

test("only what differs is a change", () => {
  expect(
    changedFiles([file("a"), file("b", "1")], [file("a"), file("b", "2")]).map(({ path }) => path),
  ).toEqual(["b"]);
});
