import { mergeConflicts } from "@lookinglass/cluster-spec";
import type { Rule } from "../rule.js";

export const mergeKey: Rule = {
  code: "spec/merge-key",
  severity: "warning",
  when: "a key above a merge key (`<<`) that brings another value for it: Go's YAML readers disagree",
  explanation:
    "go-yaml v3 keeps the key that is written, as the preview does. v2, which Helm and Kubernetes read with, lets the " +
    "merged value take its place where << stands below it. With << as the first key of the map both agree.",
  *check({ spec }) {
    for (const document of spec.documents) {
      for (const { key, range } of mergeConflicts(document)) {
        const message = `${shorten(key)} is set here and by the merge key below it: go-yaml v3 keeps this value, v2 takes the merged one. Write << above it.`;
        yield { message, range, path: [] };
      }
    }
  },
};

function shorten(key: string): string {
  return key.length > 60 ? `${key.slice(0, 57)}...` : key;
}
