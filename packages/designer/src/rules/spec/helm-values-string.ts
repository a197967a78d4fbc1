import { type SpecDocument, type SpecPath, scalarSyntax, valueAt } from "@lookinglass/cluster-spec";
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

function scalarPaths(value: unknown): SpecPath[] {
  if (typeof value !== "object" || value === null) return [[]];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => scalarPaths(inner).map((path) => [key, ...path]));
}

/** Helm reads YAML 1.1: unquoted yes is true there, 010 is 8, 1_000 and 1:30 are numbers. */
function isReadAlike(document: SpecDocument, path: SpecPath): boolean {
  const scalar = scalarSyntax(document, path);
  if (scalar?.style !== "plain") return true;
  return !/^(?:y|n|yes|no|on|off)$|^[-+]?0[0-9ob]|^[-+]?\d[\d_]*[_:]/i.test(scalar.source);
}

/** A map merges with the other level's, a string does not: to change the one into the other changes what is in force. */
export function levelsWithValues({ config }: ChartPreview): number {
  return config.layers.filter(({ value }) => valueAt(value, HELM_VALUES) !== undefined).length;
}

function hasNull(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === "object" && Object.values(value).some(hasNull);
}

/**
 * Comments would be lost, and what Helm reads otherwise than YAML 1.2 would become what YAML 1.2 reads: texts that may
 * have such are left to the user.
 */
function structured({ inner, path, value }: Extract<HelmValues, { form: "string" }>): FindingFix[] {
  const [document] = inner.documents;
  if (inner.text.includes("#") || !document || !scalarPaths(value).every((at) => isReadAlike(document, at)))
    return [];
  return [{ name: "structure", title: `Write ${HELM_VALUES.at(-1)} as a map`, edits: [{ path, value }] }];
}
