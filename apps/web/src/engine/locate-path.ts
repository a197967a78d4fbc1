import { locateNearest, parseSpec, toPosition } from "@lookinglass/cluster-spec";
import type { SpecPath, TextRange } from "@lookinglass/designer";

/** Where a place of the spec stands in the text, by its key; null when the text holds no cluster. */
export function locatePath(text: string, path: SpecPath): TextRange | null {
  const spec = parseSpec(text);
  const document = spec.cluster.form === "none" ? undefined : spec.documents[spec.cluster.document];
  if (!document) return null;
  const { key, value } = locateNearest(document, path);
  const { start, end } = key ?? value;
  return { start: toPosition(spec, start), end: toPosition(spec, end) };
}
