import { analyze, type Settings } from "@lookinglass/designer";
import { describe, expect, test } from "vitest";
import { losesMirrors, movedAside, movedText, overwritesOf, usualFixes } from "./moved-aside.js";

const mine = (directory: string) => `
      ${directory}:
        path: templates/root_dir/etc/containerd/certs.d/${directory}/hosts.toml
        content: "[host.'https://mirror.example']"`;

function spec(directories: readonly string[], values = "{}"): string {
  return `kind: Cluster
spec:
  kublrAgentConfig:
    cluster: {addon: {spegel: {helm_values: {spegel: ${values}}}}}
    extensions:${directories.map(mine).join("")}
`;
}

function master(text: string, settings: Settings = {}) {
  const { roles, spegel, diagnostics } = analyze(text, settings);
  const [role] = roles;
  if (!role) throw new Error("no role");
  return { role, spegel, diagnostics };
}

describe("what the first answer tells of files that Spegel moves aside is what the second one finds", () => {
  test.each<[string, string, boolean]>([
    ["a file for every registry", spec(["_default"]), true],
    ["a registry's own file", spec(["quay.io"]), true],
    ["files of both kinds", spec(["_default", "ghcr.io", "quay.io"]), true],
    ["mirrors that are kept", spec(["_default"], "{prependExisting: true}"), false],
    ["mirrors of a registry that is not listed", spec(["quay.io"], "{prependExisting: true}"), true],
    ["files that stay", spec(["quay.io"], "{containerdMirrorAdd: false}"), false],
  ])("%s", (_, text, loses) => {
    const { role, spegel, diagnostics } = master(text);
    expect(losesMirrors(role, spegel)).toBe(loses);
    const found = overwritesOf(role, diagnostics);
    expect(found !== null).toBe(loses);
    if (found) {
      expect(found.fixes.map(({ title }) => title)).toEqual(usualFixes(movedAside(role), spegel));
    }
  });
});

test.each([
  [["a"], "When Spegel starts, a is moved to _backup and containerd no longer reads it."],
  [["a", "b"], "When Spegel starts, a and b are moved to _backup and containerd no longer reads them."],
  [
    ["a", "b", "c"],
    "When Spegel starts, a and 2 more files are moved to _backup and containerd no longer reads them.",
  ],
])("in words: %j", (paths, text) => {
  expect(movedText(paths)).toBe(text);
});
