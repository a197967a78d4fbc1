import { type ParsedSpec, scalarSyntax, sourceOf } from "@lookinglass/cluster-spec";
import { HELM_VALUES } from "../../agent/spegel-state.js";
import { oncePer } from "../../memoised.js";
import type { ChartPreview } from "../../preview.js";
import { type WrittenValue, writtenIn } from "../../spegel/written-values.js";
import { previewedDocument } from "../finding-range.js";

/** What the user wrote for the cluster's release. */
export const writtenValues: (chart: ChartPreview) => readonly WrittenValue[] = oncePer(
  ({ helmValues, chart }) => writtenIn(helmValues.value, chart.version),
);

/** Is the chart value an unquoted yes, no, on or off? */
export function isPlainWord(
  spec: ParsedSpec,
  { config, helmValues }: ChartPreview,
  path: readonly string[],
  value: unknown,
): boolean {
  if (typeof value !== "string" || !/^(?:yes|no|on|off)$/i.test(value)) return false;
  const [document, place] =
    helmValues.form === "string"
      ? [helmValues.inner.documents[0], path]
      : [previewedDocument({ spec }), sourceOf(config, [...HELM_VALUES, ...path])?.path];
  return Boolean(document && place && scalarSyntax(document, place)?.style === "plain");
}
