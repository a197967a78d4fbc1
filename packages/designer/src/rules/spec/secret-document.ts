import { locateNearest, valueAt } from "@lookinglass/cluster-spec";
import type { FindingFix, Rule } from "../rule.js";

export const secretDocument: Rule = {
  code: "spec/secret-document",
  severity: "warning",
  when: "`kind: Secret` beside the Cluster: must not be included in Kublr UI; never shared",
  explanation:
    "Kublr's UI takes the Cluster document only; Secrets beside it must be removed before pasting. " +
    "Lookinglass never puts a file with Secrets behind a link.",
  *check({ spec }) {
    // With a key twice it may be two documents whose separator is lost.
    const isWhole = (index: number) => !spec.problems.some((problem) => problem.document === index);
    for (const document of spec.documents) {
      if (document.kind !== "Secret") continue;
      const name = secretName(document.data);
      const range = locateNearest(document, ["kind"]).value;
      yield {
        message: `Secret ${name} stands in this file: it is not previewed and the file cannot be shared.`,
        path: [],
        range,
        fixes: () => (isWhole(document.index) ? [removal(name, document.index)] : []),
      };
    }
  },
};

function removal(name: string, document: number): FindingFix {
  const edits = [{ path: [], remove: true as const, document }];
  return { name: "remove", title: `Remove Secret ${name} from this file`, edits };
}

function secretName(data: unknown): string {
  const name = valueAt(data, ["metadata", "name"]);
  return typeof name === "string" ? `"${name}"` : "without a name";
}
