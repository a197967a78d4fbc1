import { valueAt } from "@lookinglass/cluster-spec";
import { HELM_VALUES } from "../../agent/spegel-state.js";
import { isMap } from "../../plain-data.js";
import type { ChartPreview } from "../../preview.js";
import type { HelmValues } from "../../spegel/read-helm-values.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";

export const helmValuesString: Rule = {
  code: "spec/helm-values-string",
  severity: "info",
  when: "helm_values is a string without any null: structured form gets validated",
  explanation:
    "Kublr recommends structured values, which are validated. A string of YAML is needed only to hand a null to Helm.",
  docs: docs.kublr,
  *check({ chart }): Iterable<Finding> {
    const { helmValues } = chart;
    if (helmValues.form !== "string" || !isMap(helmValues.value)) return;
    if (helmValues.inner.problems.length > 0 || hasNull(helmValues.value)) return;
    const hidesOthers = levelsWithValues(chart) > 1;
    const also = hidesOthers ? " It takes the place of the cluster's helm_values as a whole." : "";
    yield {
      message: `helm_values is a string without any null: as a map it would be validated.${also}`,
      path: helmValues.path,
      atKey: true,
      fixes: () => (hidesOthers ? [] : structured(helmValues)),
    };
  },
};

/** A map merges with the other level's, a string does not: to change the one into the other changes what is in force. */
export function levelsWithValues({ config }: ChartPreview): number {
  return config.layers.filter(({ value }) => valueAt(value, HELM_VALUES) !== undefined).length;
}

function hasNull(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === "object" && Object.values(value).some(hasNull);
}

/** Comments would be lost, so a text that may have some is left to the user. */
function structured({ inner, path, value }: Extract<HelmValues, { form: "string" }>): FindingFix[] {
  if (inner.text.includes("#")) return [];
  return [{ name: "structure", title: `Write ${HELM_VALUES.at(-1)} as a map`, edits: [{ path, value }] }];
}
