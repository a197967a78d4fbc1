import { scalarRange } from "@lookinglass/cluster-spec";
import { isMap } from "../../plain-data.js";
import { docs } from "../docs.js";
import { previewedDocument } from "../finding-range.js";
import type { Finding, Rule } from "../rule.js";

export const helmValuesInvalid: Rule = {
  code: "spec/helm-values-invalid",
  severity: "error",
  when: "the string is not a YAML map; located inside the string",
  explanation: "Helm takes values as a YAML map. With anything else the chart is not installed.",
  docs: docs.kublr,
  *check(preview): Iterable<Finding> {
    const { helmValues } = preview.chart;
    const document = previewedDocument(preview);
    if (helmValues.form !== "string" || !document) return;
    const { path, inner, value } = helmValues;
    for (const problem of inner.problems) {
      const range = scalarRange(document, path, problem.range);
      yield { message: `Helm cannot read helm_values: ${problem.message}`, path, range };
    }
    if (inner.problems.length > 0 || isMap(value) || (value ?? null) === null) return;
    const kind = Array.isArray(value) ? "a list" : "plain text";
    yield { message: `helm_values must hold a YAML map, but this is ${kind}.`, path };
  },
};
