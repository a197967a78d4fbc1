import type { NodeFile, Role } from "@lookinglass/designer";
import { describe, expect, test } from "vitest";
import { failureText, fateNote, filesOf, movedBySpegel } from "./fate.js";

const file = (path: string, over: Partial<NodeFile> = {}): NodeFile => ({
  path,
  content: "x",
  state: "active",
  origin: { kind: "extension", key: "a" },
  ...over,
});

const moved = file("_backup/docker.io/hosts.toml", {
  state: "backup",
  replaced: { path: "docker.io/hosts.toml", by: "spegel" },
});
const own = file("_default/hosts.toml", {
  origin: { kind: "spegel" },
  replaced: { path: "_default/hosts.toml", by: "spegel" },
});

const defaultOrigin = { kind: "default" } as const;
const role: Role = {
  id: "master",
  kind: "master",
  title: "master",
  assumed: false,
  nodeCount: { min: 1, max: 1 },
  runtime: "containerd",
  sampleNodes: [],
  spegel: {
    integrationEnabled: true,
    chartDeployed: true,
    mirrorAdd: true,
    from: { integrationEnabled: defaultOrigin, chartDeployed: defaultOrigin, mirrorAdd: defaultOrigin },
  },
  phases: [
    { id: "bootstrap", files: [file("docker.io/hosts.toml"), file("quay.io/hosts.toml")] },
    { id: "running", files: [own, moved] },
  ],
};

test("only what went to _backup was moved; Spegel's own file was not", () => {
  expect([...movedBySpegel(role)]).toEqual(["docker.io/hosts.toml"]);
});

describe("what is said of a file", () => {
  test.each([
    [
      "before Spegel starts, of one it will move",
      "bootstrap",
      file("docker.io/hosts.toml"),
      /Only until Spegel/,
    ],
    ["before Spegel starts, of one it leaves", "bootstrap", file("quay.io/hosts.toml"), null],
    ["of a moved one", "running", moved, /no longer reads it/],
    ["of one that is not written", "bootstrap", file("a", { state: "not-generated" }), /does not write/],
    ["of Spegel's own", "running", own, null],
  ] as const)("%s", (_name, phase, shown, note) => {
    const said = fateNote(role, phase, shown);
    if (note === null) expect(said).toBeNull();
    else expect(said).toMatch(note);
  });
});

test("a phase that was not computed has no files", () => {
  expect(filesOf({ ...role, phases: [] }, "running")).toEqual([]);
});

test.each([
  ["Spegel does not start: x", "Spegel does not start: x"],
  ["Helm cannot render the chart: x", "Helm cannot render the chart: x"],
  ["toml: unexpected", "Spegel’s configuration step fails: toml: unexpected"],
])("the failure %s is told", (failure, text) => {
  expect(failureText(failure)).toBe(text);
});
