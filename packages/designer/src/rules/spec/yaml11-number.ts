import {
  type DisputedScalar,
  disputedScalars,
  expectedType,
  type SpecDocument,
  type SpecPath,
} from "@lookinglass/cluster-spec";
import type { SpecEdit } from "../../analysis.js";
import { editChartValues, locateChartValue } from "../../spegel/helm-values.js";
import { lookUpValue } from "../../spegel/look-up-value.js";
import { previewedDocument } from "../finding-range.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import type { RuleInput } from "../rule-input.js";

export const yaml11Number: Rule = {
  code: "spec/yaml11-number",
  severity: "warning",
  when: "a number that YAML readers take differently (`0755`, `30_021`, `0b11`), or a date or `1:30` where text belongs",
  explanation:
    "Go's YAML readers, with which Helm and Kubernetes read, take the integers of YAML 1.1 and Go: 010 is 8 and 1_000 is " +
    "1000. To readers of YAML 1.2 these are 10 and a text. The preview shows what go-yaml v3 reads.",
  *check(preview): Iterable<Finding> {
    const document = previewedDocument(preview);
    if (!document) return;
    for (const scalar of disputedScalars(document)) yield* inSpec(preview, scalar);
    const { helmValues } = preview.chart;
    const [inner] = helmValues.form === "string" ? helmValues.inner.documents : [];
    if (inner) yield* inString(preview, inner);
  },
};

function* inSpec({ chart }: RuleInput, scalar: DisputedScalar): Iterable<Finding> {
  const { path } = scalar;
  const depth = path.indexOf("helm_values") + 1;
  const wanted = depth > 0 ? chartType(path.slice(depth), chart.chart.version) : expectedType(path);
  const told = findingOf(scalar, wanted);
  if (told) yield { ...told, path, fixes: () => fixesOf(scalar, wanted, (value) => [{ path, value }]) };
}

function* inString({ spec, chart }: RuleInput, inner: SpecDocument): Iterable<Finding> {
  const { config, helmValues } = chart;
  for (const scalar of disputedScalars(inner)) {
    const { path } = scalar;
    const wanted = chartType(path, chart.chart.version);
    const told = findingOf(scalar, wanted);
    if (!told) continue;
    const edits = (value: unknown) => editChartValues(config, helmValues, [{ path, value }]);
    const place = locateChartValue(spec, config, helmValues, path);
    yield { ...told, ...place, fixes: () => fixesOf(scalar, wanted, edits) };
  }
}

/** What is wanted at the place; null where nobody knows. */
type Wanted = "text" | "a whole number" | null;

function chartType(path: SpecPath, version: string): Wanted {
  const isItem = typeof path.at(-1) === "number";
  const found = lookUpValue(isItem ? path.slice(0, -1) : path, version);
  if (found.kind !== "present") return null;
  const { type } = found.value;
  if (isItem) return type === "array<string>" ? "text" : null;
  if (type === "integer") return "a whole number";
  return type === "string" ? "text" : null;
}

/** Null where there is nothing to say, or spec/type and spegel/value-type say that this is no text. */
function findingOf(scalar: DisputedScalar, wanted: Wanted): Pick<Finding, "message" | "severity"> | null {
  if (scalar.kind !== "number") return wanted === "text" ? { message: wordMessage(scalar) } : null;
  if (wanted === "text" && typeof scalar.go === "number") return null;
  return { message: numberMessage(scalar), ...(wanted === null && { severity: "info" }) };
}

function numberMessage({ source, go, goV2, yaml12 }: DisputedScalar): string {
  const newer = `${reading(yaml12)} to readers of YAML 1.2`;
  const written = shorten(source);
  return go === goV2
    ? `${written} is ${reading(go)} to Go's YAML readers (Helm, Kubernetes) and ${newer}.`
    : `${written} is ${reading(go)} to go-yaml v3, ${reading(goV2)} to v2, and ${newer}.`;
}

function wordMessage({ source, kind }: DisputedScalar): string {
  const written = shorten(source);
  return kind === "date"
    ? `${written} is a date to go-yaml v3, which gives it on as a point in time, and text to v2 and to readers of YAML 1.2.`
    : `${written} is a number of base 60 to readers of YAML 1.1, and text to Go's and to those of YAML 1.2.`;
}

function reading(value: DisputedScalar["go"]): string {
  return typeof value === "string" ? `the text ${JSON.stringify(shorten(value))}` : String(value);
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}

function fixesOf(
  { source, kind, go }: DisputedScalar,
  wanted: Wanted,
  edits: (value: unknown) => readonly SpecEdit[],
): FindingFix[] {
  const isNumber = kind === "number" && typeof go === "number" && wanted !== "text";
  const number = isNumber ? [{ name: "number", title: `Write ${go}`, edits: edits(go) }] : [];
  if (wanted === "a whole number") return number;
  return [...number, { name: "text", title: `Write the text "${shorten(source)}"`, edits: edits(source) }];
}
