import { expect, test } from "vitest";
import { joinFiles } from "./join-files.js";

const cluster = (name: string) => ({
  name: `${name}.yaml`,
  text: `kind: Cluster\nmetadata: {name: ${name}}\nspec: {}\n`,
});
const secret = { name: "secret.yaml", text: "kind: Secret\nmetadata: {name: s}" };
const config = { name: "config.yaml", text: "# of the agent\n---\nkind: ConfigMap\n" };
const json = { name: "more.json", text: '{"kind": "ConfigMap"}\n' };
const notes = { name: "notes.txt", text: "Nothing: to: see\n\there" };
const readme = { name: "README.md", text: "Some words alone\n" };
const list = { name: "list.yaml", text: "- 1\n- 2\n" };

test.each([
  ["one file", [cluster("a")], "a.yaml", []],
  ["a cluster and its Secret", [cluster("a"), secret], "a.yaml and 1 more file", []],
  ["in the order of the files", [secret, cluster("a")], "a.yaml and 1 more file", []],
  ["with separators of their own, and JSON", [cluster("a"), config, json], "a.yaml and 2 more files", []],
  ["no cluster at all", [secret, config], "secret.yaml and 1 more file", []],
  ["two clusters", [cluster("a"), cluster("b")], "a.yaml", ["b.yaml holds another cluster"]],
  [
    "two clusters and a Secret",
    [cluster("a"), secret, cluster("b")],
    "a.yaml and 1 more file",
    ["b.yaml holds another cluster"],
  ],
  ["what is no YAML", [notes, cluster("a")], "a.yaml", ["notes.txt holds no YAML documents"]],
  [
    "words, and a list",
    [readme, cluster("a"), list],
    "a.yaml",
    ["README.md holds no YAML documents", "list.yaml holds no YAML documents"],
  ],
  ["nothing that parses", [notes, readme], "notes.txt", ["README.md holds no YAML documents"]],
  [
    "a text that goes on to its end, whatever comes",
    [{ name: "open.yaml", text: "kind: Cluster\nspec:\n  text: |+\n    a\n\n" }, secret],
    "open.yaml and 1 more file",
    [],
  ],
])("%s", (_name, files, name, left) => {
  const joined = joinFiles(files);
  expect(joined).toMatchObject({ name, left });
  expect(joined.joined.length + joined.left.length).toBe(files.length);
  for (const file of files.filter((one) => joined.joined.includes(one.name))) {
    expect(joined.text).toContain(file.text.trimEnd());
  }
});

test("the documents of all files are in the text, each once", () => {
  expect(joinFiles([cluster("a"), secret, config]).text).toBe(
    "kind: Cluster\nmetadata: {name: a}\nspec: {}\n---\nkind: Secret\nmetadata: {name: s}\n# of the agent\n---\nkind: ConfigMap\n",
  );
});

test("what is too large together is not joined, and told", () => {
  const large = { name: "large.yaml", text: `a: ${"x".repeat(1024 * 1024 - 20)}\n` };
  expect(joinFiles([cluster("a"), large])).toMatchObject({
    name: "a.yaml",
    left: ["large.yaml cannot be joined with it"],
  });
});
