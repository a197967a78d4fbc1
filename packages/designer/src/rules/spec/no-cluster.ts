import { valueAt } from "@lookinglass/cluster-spec";
import type { SpecEdit } from "../../analysis.js";
import type { Preview } from "../../preview.js";
import { docs } from "../docs.js";
import { previewedDocument } from "../finding-range.js";
import type { Finding, Rule } from "../rule.js";

export const noCluster: Rule = {
  code: "spec/no-cluster",
  severity: "error",
  when: "no `kind: Cluster` document (a bare `spec:` fragment is accepted, info)",
  explanation:
    "A Kublr cluster specification is a YAML document with `kind: Cluster`, `metadata.name` and `spec`. " +
    "A bare `spec:` is previewed as if it stood in one, with one master and one worker group assumed.",
  docs: docs.kublr,
  *check(preview): Iterable<Finding> {
    const { spec } = preview;
    if (spec.cluster.form === "none" && spec.problems.length === 0) {
      const message = spec.text.trim()
        ? "There is no document with `kind: Cluster` here, so there is nothing to preview."
        : "The file is empty: paste a cluster spec, or open an example.";
      yield { message, path: [], range: { start: 0, end: firstLineEnd(spec.text) } };
    }
    if (spec.cluster.form === "fragment") {
      yield {
        message:
          "This is a fragment without `kind: Cluster`: one master and one worker group are assumed where it names none.",
        severity: "info",
        path: ["spec"],
        atKey: true,
        fixes: () => [{ name: "wrap", title: "Make it a Cluster", edits: clusterEdits(preview) }],
      };
    }
  },
};

function clusterEdits(preview: Preview): SpecEdit[] {
  const name = ["metadata", "name"];
  const isNamed = valueAt(previewedDocument(preview)?.data, name) !== undefined;
  const named: SpecEdit[] = isNamed ? [] : [{ path: name, value: "my-cluster" }];
  return [{ path: ["kind"], value: "Cluster" }, ...named];
}

function firstLineEnd(text: string): number {
  const end = text.search(/\r?\n/);
  return end < 0 ? text.length : end;
}
