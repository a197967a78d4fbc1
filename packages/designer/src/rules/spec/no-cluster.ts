import type { Finding, Rule } from "../rule.js";

export const noCluster: Rule = {
  code: "spec/no-cluster",
  severity: "error",
  when: "no `kind: Cluster` document (a bare `spec:` fragment is accepted, info)",
  explanation:
    "A Kublr cluster specification is a YAML document with `kind: Cluster`, `metadata.name` and `spec`. " +
    "A bare `spec:` is previewed as if it stood in one, with one master and one worker group assumed.",
  docs: "https://docs.kublr.com/articles/image-caching",
  *check({ spec }): Iterable<Finding> {
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
      };
    }
  },
};

function firstLineEnd(text: string): number {
  const end = text.search(/\r?\n/);
  return end < 0 ? text.length : end;
}
