import { analyze } from "@lookinglass/designer";
import { describe, expect, test } from "vitest";
import { diffTexts } from "../diff/line-diff.js";
import { rolesTitle } from "../looking-glass/same-files.js";
import { nodeChanges } from "./node-changes.js";
import { changesSummary } from "./summary.js";

const override = (host: string) => `        extensions:
          mine:
            path: templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml
            content: |
              [host.'https://${host}']
`;
const group = (name: string, rest = "") =>
  `    - name: ${name}\n${rest && `      kublrAgentConfig:\n${rest}`}`;
const spec = (...groups: string[]) => `kind: Cluster\nspec:\n  nodes:\n${groups.join("")}`;
const enabled = (value: boolean) =>
  `kind: Cluster\nspec:\n  kublrAgentConfig: {cluster: {addon: {spegel: {enabled: ${value}}}}}\n  nodes:\n${group("a")}${group("b")}`;

const changes = (before: string, after: string) => nodeChanges(analyze(before), analyze(after));
const told = (before: string, after: string) =>
  changes(before, after).map((change) => [
    rolesTitle(change.roles),
    change.fate,
    ...change.phases.map(
      ({ phases, files }) =>
        `${phases.join("+")}: ${files.map(({ path, change: kind }) => `${kind} ${path}`).join(", ")}`,
    ),
  ]);

describe("what changes on the nodes", () => {
  test("nothing", () => {
    expect(changes(spec(group("a")), `${spec(group("a"))}# a comment\n`)).toEqual([]);
  });

  test("a file of one group, by phase", () => {
    expect(told(spec(group("a"), group("b")), spec(group("a"), group("b", override("m.example"))))).toEqual([
      [
        "b",
        "kept",
        "bootstrap: added quay.io/hosts.toml",
        "running+agent-rerun: added _backup/quay.io/hosts.toml",
      ],
    ]);
  });

  test("another text in a file that more than one group has: one change", () => {
    const both = (host: string) => spec(group("a", override(host)), group("b", override(host)));
    expect(told(both("m.example"), both("n.example"))[0]?.slice(0, 3)).toEqual([
      "a and b",
      "kept",
      "bootstrap: changed quay.io/hosts.toml",
    ]);
  });

  test("a group put in front changes no file of the others, though their sample addresses move", () => {
    expect(told(spec(group("a"), group("b")), spec(group("new"), group("a"), group("b")))).toEqual([
      [
        "new",
        "added",
        "bootstrap: added _default/hosts.toml",
        "running+agent-rerun: added _default/hosts.toml, added _backup/_default/hosts.toml",
      ],
    ]);
  });

  test("a group under another name, with the same files and with another one", () => {
    const [renamed, ...others] = changes(spec(group("a"), group("b")), spec(group("a"), group("c")));
    expect(others).toEqual([]);
    expect(renamed).toMatchObject({ fate: "renamed", formerTitle: "b", phases: [] });
    expect(
      told(spec(group("b", override("m.example"))), spec(group("c", override("n.example"))))[0]?.slice(0, 3),
    ).toEqual(["c", "renamed", "bootstrap: changed quay.io/hosts.toml"]);
  });

  test.each([
    ["of another size", "    - name: c\n      minNodes: 3\n"],
    ["with other files", group("c", override("m.example"))],
  ])("a group in the place of another is no renamed one: %s", (_, other) => {
    expect(told(spec(group("b")), spec(other)).map(([title, fate]) => [title, fate])).toEqual([
      ["c", "added"],
      ["b", "removed"],
    ]);
  });

  test("groups that change places are neither renamed nor new", () => {
    expect(changes(spec(group("a"), group("b")), spec(group("b"), group("a")))).toEqual([]);
  });

  test("a group that is gone", () => {
    expect(
      told(spec(group("a"), group("b")), spec(group("a"))).map(([title, fate]) => [title, fate]),
    ).toEqual([["b", "removed"]]);
  });
});

const summary = (before: string, after: string) =>
  changesSummary(diffTexts(before, after), changes(before, after));

test.each([
  [
    "a comment",
    spec(group("a")),
    `${spec(group("a"))}# note\n`,
    "1 line of YAML; no file changes on any node",
  ],
  ["Spegel off", enabled(true), enabled(false), "1 line of YAML; hosts.toml changes on master and 2 groups"],
  [
    "one group's file",
    spec(group("a"), group("b")),
    spec(group("a"), group("b", override("m.example"))),
    "6 lines of YAML; hosts.toml changes on b",
  ],
  ["another group", spec(group("a")), spec(group("a"), group("b")), "1 line of YAML; b added"],
  [
    "a group renamed",
    spec(group("a")),
    spec(group("b")),
    "1 line of YAML; a renamed to b; no file changes on any node",
  ],
  [
    "groups renamed, and another file",
    spec(group("a", override("m.example")), group("b")),
    spec(group("c", override("n.example")), group("d")),
    "3 lines of YAML; 2 groups renamed; hosts.toml changes on c",
  ],
  ["a newline", "spec: {}\n", "spec: {}", "No line of YAML but the end of it; no file changes on any node"],
])("in a line: %s", (_, before, after, line) => {
  expect(summary(before, after)).toBe(line);
});
