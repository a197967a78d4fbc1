import { analyze } from "@lookinglass/designer";
import { describe, expect, test } from "vitest";
import { changeWords } from "../change-words.js";
import { overviewCells, overviewNotes, overviewRows, overviewSummary } from "./overview-rows.js";

const FILE = `    extensions:
      mine:
        path: templates/root_dir/etc/containerd/certs.d/great.example/hosts.toml
        content: "[host.'https://m.example']"
`;
const spec = (config: string, groups = 1) =>
  `kind: Cluster\nspec:\n  kublrAgentConfig:\n${config}  nodes:\n${Array.from({ length: groups }, (_, index) => `    - name: g${index}\n`).join("")}`;
const enabled = (value: boolean) => `    cluster: {addon: {spegel: {enabled: ${value}}}}\n`;

/** Per phase: path and what became of it. */
const cells = (text: string) => {
  const [role] = analyze(text).roles;
  if (!role) throw new Error("no role");
  return overviewCells(role).map(({ pairs }) =>
    pairs.map((pair) => `${pair.path} ${changeWords(pair) ?? "as before"}`),
  );
};

test("what each phase makes of the files of the one before", () => {
  expect(cells(spec(FILE))).toEqual([
    ["_default/hosts.toml as before", "great.example/hosts.toml as before"],
    [
      "_default/hosts.toml replaces Kublr’s",
      "_backup/_default/hosts.toml moved to _backup",
      "_backup/great.example/hosts.toml moved to _backup",
    ],
    [
      "_default/hosts.toml as before",
      "_backup/_default/hosts.toml as before",
      "_backup/great.example/hosts.toml as before",
      "great.example/hosts.toml as before",
    ],
  ]);
});

test("without Spegel the phases are the same", () => {
  const [bootstrap, running, rerun] = cells(spec(FILE + enabled(false)));
  expect(running).toEqual(bootstrap);
  expect(rerun).toEqual(bootstrap);
});

describe("rows", () => {
  const analysis = analyze(spec(FILE, 60));

  test("sixty groups with the same files are one row, listed on demand", () => {
    expect(overviewRows(analysis, new Set()).map(({ title, kind, size }) => [title, kind, size])).toEqual([
      ["master", "single", 1],
      ["g0, g1 and 58 more", "group", 60],
    ]);
    expect(overviewRows(analysis, new Set(["nodes/g0"]))).toHaveLength(62);
    expect(overviewSummary(analysis.roles)).toBe("61 roles, 2 different sets of files.");
  });
});

test("why Spegel does not start is told once, not in every cell", () => {
  const broken = spec("    cluster: {addon: {spegel: {helm_values: {spegel: {resolveTags: perhaps}}}}}\n");
  const [master] = overviewRows(analyze(broken), new Set());
  expect(master?.cells.map(({ failure }) => failure)).toEqual([
    null,
    "Spegel does not start",
    "Spegel does not start",
  ]);
});

test.each([
  ["deployed", spec(FILE), []],
  ["off", spec(FILE + enabled(false)), [/not deployed/]],
  [
    "leaves the files alone",
    spec("    cluster: {addon: {spegel: {helm_values: {spegel: {containerdMirrorAdd: false}}}}}\n"),
    [/leaves these files alone \(`containerdMirrorAdd` is false\)/],
  ],
  [
    "does not start",
    spec("    cluster: {addon: {spegel: {helm_values: {spegel: {resolveTags: perhaps}}}}}\n"),
    [/does not start/],
  ],
])("Spegel: %s", (_, text, notes) => {
  expect(overviewNotes(analyze(text)).map(({ text: said }) => said)).toEqual(
    notes.map((note) => expect.stringMatching(note)),
  );
});
