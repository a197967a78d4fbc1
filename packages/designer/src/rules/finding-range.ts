import type { OffsetRange, SpecDocument } from "@lookinglass/cluster-spec";
import { locate, locateNearest, toPosition } from "@lookinglass/cluster-spec";
import type { TextRange } from "../analysis.js";
import type { Preview } from "../preview.js";
import type { Finding } from "./rule.js";

export const NOWHERE: OffsetRange = { start: 0, end: 0 };

/** Where a finding stands in the spec text. */
export function findingRange(
  preview: Preview,
  finding: Pick<Finding, "path" | "range" | "atKey">,
): OffsetRange {
  if (finding.range) return finding.range;
  const document = previewedDocument(preview);
  if (!document) return NOWHERE;
  const exact = locate(document, finding.path);
  if (!exact) return keyOrValue(locateNearest(document, finding.path), true);
  return keyOrValue(exact, finding.atKey ?? false);
}

function keyOrValue(
  place: { readonly key: OffsetRange | null; readonly value: OffsetRange },
  atKey: boolean,
): OffsetRange {
  return atKey && place.key ? place.key : place.value;
}

/** The document that is previewed; where none is, the first one, which findings on that are about. */
export function previewedDocument({ spec }: Pick<Preview, "spec">): SpecDocument | undefined {
  return spec.cluster.form === "none" ? spec.documents[0] : spec.documents[spec.cluster.document];
}

/** The same as lines and columns. */
export function textRange({ spec }: Preview, range: OffsetRange): TextRange {
  return { start: toPosition(spec, range.start), end: toPosition(spec, range.end) };
}
