import { locateNearest } from "@lookinglass/cluster-spec";
import type { Rule } from "../rule.js";

export const manyClusters: Rule = {
  code: "spec/many-clusters",
  severity: "warning",
  when: "more than one Cluster document: which one is previewed",
  explanation: "Only one cluster is previewed at a time: the first in the file.",
  *check({ spec }) {
    if (spec.cluster.form === "none") return;
    const shown = spec.cluster.name ?? "the first one";
    const others = new Set(spec.cluster.others);
    for (const document of spec.documents) {
      if (!others.has(document.index)) continue;
      yield {
        message: `A second Cluster: the preview shows ${shown}, not this one.`,
        path: [],
        range: locateNearest(document, ["kind"]).value,
      };
    }
  },
};
