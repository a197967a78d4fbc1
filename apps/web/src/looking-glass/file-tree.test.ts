import type { NodeFile } from "@lookinglass/designer";
import { expect, test } from "vitest";
import { chooseFile, treeRows } from "./file-tree.js";

const file = (path: string, state: NodeFile["state"] = "active"): NodeFile => ({
  path,
  content: "",
  state,
  origin: { kind: "kublr" },
});

const files = [
  file("_backup/docker.io/hosts.toml", "backup"),
  file("docker.io/hosts.toml"),
  file("docker.io/ca.crt"),
  file("_default/hosts.toml"),
];

test("rows stand as a tree: _default first, _backup last", () => {
  expect(treeRows(files).map(({ level, name }) => `${"  ".repeat(level - 1)}${name}`)).toEqual([
    "_default",
    "  hosts.toml",
    "docker.io",
    "  ca.crt",
    "  hosts.toml",
    "_backup",
    "  docker.io",
    "    hosts.toml",
  ]);
});

test.each([
  ["the wanted file", "docker.io/ca.crt", "docker.io/ca.crt"],
  ["an active file in place of one that is not there", "quay.io/hosts.toml", "_default/hosts.toml"],
  ["an active file when none is wanted", null, "_default/hosts.toml"],
])("%s is shown", (_name, wanted, shown) => {
  expect(chooseFile(files, wanted)?.path).toBe(shown);
});

test("no file, nothing to show", () => {
  expect(chooseFile([], "x")).toBeNull();
});
