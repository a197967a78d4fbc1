import { readFileSync } from "node:fs";
import { parseSpec } from "@lookinglass/cluster-spec";
import { expect, test } from "vitest";
import { opensAnother, type TypedEdit } from "./other-document.js";

const example = (file: string) =>
  readFileSync(new URL(`../../../../examples/${file}.yaml`, import.meta.url), "utf8");
const AWS = example("10-aws-two-groups");
const VSPHERE = example("11-vsphere-ha-group-overrides");
const AIR_GAPPED = example("12-air-gapped-internal-mirror");
const SECRETS = example("13-cluster-with-secrets");
const FRAGMENT = example("08-mirror-add-off-with-overrides");
const SMALL = "kind: Cluster\nmetadata:\n  name: mine\nspec: {}\n";

/** A part of the text replaced; by default all of it. */
function replacing(before: string, newText: string, part = before): TypedEdit {
  const start = before.indexOf(part);
  const end = start + part.length;
  const after = before.slice(0, start) + newText + before.slice(end);
  return { before, edits: [{ start, end, newText }], after, former: before };
}

/** What is pasted once everything was deleted. */
const afterEmptying = (former: string, newText: string): TypedEdit => ({ ...replacing("", newText), former });
const reindented = AWS.replace(/^ +/gm, (spaces) => spaces + spaces);
const withoutComments = AWS.replace(/^\s*#.*\n/gm, "").replace(/"/g, "'");
const oneGroupLess = AWS.slice(0, AWS.lastIndexOf("    - name: "));
const inOtherOrder = AWS.split("\n").toReversed().join("\n");
const inJson = JSON.stringify(parseSpec(AWS).documents[0]?.data);
const otherJson = `{
  "kind": "Cluster",
  "metadata": { "name": "mine" },
  "spec": { "kubernetesVersion": "1.31.4", "kublrVersion": "1.31.4" }
}`;

test.each<[string, TypedEdit]>([
  ["another cluster over an example", replacing(AWS, VSPHERE)],
  ["another cluster over one's own", replacing(VSPHERE, AIR_GAPPED)],
  ["a cluster among its Secrets", replacing(AWS, SECRETS)],
  ["a small spec", replacing(AWS, SMALL)],
  ["other JSON", replacing(AWS, otherJson)],
  ["a fragment without a name", replacing(AWS, FRAGMENT)],
  ["a cluster over a fragment", replacing(FRAGMENT, AWS)],
  ["all but the first comment replaced", replacing(AWS, VSPHERE, AWS.slice(AWS.indexOf("kind:")))],
  ["into an empty text", replacing("", AWS)],
  ["into one that was emptied first", afterEmptying(AWS, VSPHERE)],
  ["something else than a cluster", replacing(AWS, "a: 1\nb: 2\nc: 3\n")],
  ["the cluster beside it, which differs in more than its name", replacing(AWS, sibling(AWS))],
])("opens another document: %s", (_name, edit) => {
  expect(opensAnother(edit)).toBe(true);
});

test.each<[string, TypedEdit]>([
  ["the same text", replacing(AWS, AWS)],
  ["the same with one line changed", replacing(AWS, AWS.replace("minNodes: 1", "minNodes: 2"))],
  ["the same under another name", replacing(AWS, AWS.replace("shop-staging", "shop-prod"))],
  ["the same, indented otherwise", replacing(AWS, reindented)],
  ["the same with other line ends", replacing(AWS, AWS.replaceAll("\n", "\r\n"))],
  ["the same without its comments, quoted otherwise", replacing(AWS, withoutComments)],
  ["the same with its lines in another order", replacing(AWS, inOtherOrder)],
  ["the same as JSON in one line", replacing(AWS, inJson)],
  ["the same with a group less", replacing(AWS, oneGroupLess)],
  ["the same with as much again", replacing(SMALL, SMALL + VSPHERE.slice(VSPHERE.indexOf("spec:") + 6))],
  ["the same, after emptying", afterEmptying(AWS, AWS.replace("minNodes: 1", "minNodes: 2"))],
  ["a piece in the middle", replacing(AWS, VSPHERE, AWS.slice(200, 300))],
  ["a large piece at the end", { ...replacing(`${AWS}#`, `#${VSPHERE}`, "#"), former: AWS }],
  ["half of the text", replacing(AWS, VSPHERE, AWS.slice(AWS.length / 2))],
  ["a letter over everything", replacing(AWS, "k")],
  ["one line over everything", replacing(AWS, "# nothing here\n")],
  ["two lines, half typed", replacing(AWS, "spec:\n  kublrAgentConfig: {\n")],
  ["nothing over everything", replacing(AWS, "")],
  ["a letter into an emptied text", afterEmptying(AWS, "k")],
  ["no edit", { before: AWS, edits: [], after: AWS, former: AWS }],
])("is an edit of the same document: %s", (_name, edit) => {
  expect(opensAnother(edit)).toBe(false);
});

/** Of the same company: another name, other places, other sizes. */
function sibling(text: string): string {
  return text
    .replace("shop-staging", "shop-prod")
    .replaceAll("eu-central-1", "eu-west-1")
    .replace(/Nodes: \d/g, "Nodes: 5");
}
