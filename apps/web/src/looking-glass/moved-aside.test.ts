import { analyze, type Settings } from "@lookinglass/designer";
import { describe, expect, test } from "vitest";
import { lostFiles, movedText, overwritesOf, usualFixes } from "./moved-aside.js";

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
  const [all, hub, quay] = ["_default/hosts.toml", "ghcr.io/hosts.toml", "quay.io/hosts.toml"];

  test.each<[string, string, readonly string[]]>([
    ["a file for every registry", spec(["_default"]), [all]],
    ["a registry's own file", spec(["quay.io"]), [quay]],
    ["files of both kinds", spec(["_default", "ghcr.io", "quay.io"]), [all, hub, quay]],
    ["mirrors that are kept", spec(["_default"], "{prependExisting: true}"), []],
    ["mirrors of a registry that is not listed", spec(["quay.io"], "{prependExisting: true}"), [quay]],
    ["both", spec(["_default", "quay.io"], "{prependExisting: true}"), [quay]],
    ["a file without mirrors", spec(["_default"], "{prependExisting: true}").replace("[host.", "# "), [all]],
    ["files that stay", spec(["quay.io"], "{containerdMirrorAdd: false}"), []],
  ])("%s", (_, text, lost) => {
    const { role, spegel, diagnostics } = master(text);
    expect(lostFiles(role, spegel)).toEqual(lost);
    const found = overwritesOf(role, diagnostics);
    expect(found?.message.match(/[^ ]+\/hosts\.toml/g) ?? []).toEqual(lost);
    expect(found?.fixes.map(({ title }) => title) ?? []).toEqual(
      lost.length > 0 ? usualFixes(lost, spegel) : [],
    );
  });
});

test.each([
  [
    [],
    "When Spegel starts, files of your extensions are moved to _backup and containerd no longer reads them.",
  ],
  [["a"], "When Spegel starts, a is moved to _backup and containerd no longer reads it."],
  [["a", "b"], "When Spegel starts, a and b are moved to _backup and containerd no longer reads them."],
  [
    ["a", "b", "c"],
    "When Spegel starts, a and 2 more files are moved to _backup and containerd no longer reads them.",
  ],
])("in words: %j", (paths, text) => {
  expect(movedText(paths)).toBe(text);
});
