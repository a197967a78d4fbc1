import { locate, type ParsedSpec, scalarSyntax, sourceOf, writtenWord } from "@lookinglass/cluster-spec";
import { HELM_VALUES } from "../../agent/spegel-state.js";
import { oncePer } from "../../memoised.js";
import type { ChartPreview } from "../../preview.js";
import { type WrittenValue, writtenIn } from "../../spegel/written-values.js";
import { previewedDocument } from "../finding-range.js";
import { isOdd } from "../spec/odd-text.js";

/** What the user wrote for the cluster's release. */
export const writtenValues: (chart: ChartPreview) => readonly WrittenValue[] = oncePer(
  ({ helmValues, chart }) => writtenIn(helmValues.value, chart.version),
);

/** Is the chart value an unquoted yes, no, on or off? */
export function isPlainWord(
  spec: ParsedSpec,
  chart: ChartPreview,
  path: readonly string[],
  value: unknown,
): boolean {
  if (typeof value !== "string" || !/^(?:yes|no|on|off)$/i.test(value)) return false;
  const written = placeOf(spec, chart, path);
  return Boolean(written && scalarSyntax(written.document, written.path)?.style === "plain");
}

/** What stands in the text for a chart value that is a number or a boolean: `0.10`, where the value is 0.1. */
export function writtenChartWord(
  spec: ParsedSpec,
  chart: ChartPreview,
  path: readonly string[],
): string | null {
  const written = placeOf(spec, chart, path);
  return written && writtenWord(written.document, written.path);
}

/** Does white space that is none hide what a chart value is meant to be? */
export function isOddValue(spec: ParsedSpec, chart: ChartPreview, path: readonly string[]): boolean {
  const { helmValues } = chart;
  const written = placeOf(spec, chart, path);
  const place = written && locate(written.document, written.path);
  return Boolean(place && isOdd(helmValues.form === "string" ? helmValues.inner : spec, place.value));
}

/** The document that writes a chart value, and its path there. */
function placeOf(spec: ParsedSpec, { config, helmValues }: ChartPreview, path: readonly string[]) {
  const [document, place] =
    helmValues.form === "string"
      ? [helmValues.inner.documents[0], path]
      : [previewedDocument({ spec }), sourceOf(config, [...HELM_VALUES, ...path])?.path];
  return document && place ? { document, path: place } : null;
}
