import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { FindingFix } from "../rule.js";
import { copiedRange, type RenderedTemplate } from "./template-places.js";

/** Replaces a range of the rendered file, in the template's own text. */
export interface OutputChange {
  readonly range: OffsetRange;
  readonly text: string;
}

/**
 * A fix that changes a template where it wrote certain ranges of its file; none when an action wrote their edges, for
 * then there is no such text in the template.
 */
export function templateFix(
  one: RenderedTemplate,
  name: string,
  title: string,
  changes: readonly OutputChange[],
): FindingFix[] {
  const placed = changes.flatMap(({ range, text }) => {
    const source = copiedRange(one, range);
    return source ? [{ ...source, text }] : [];
  });
  if (placed.length < changes.length || overlap(placed)) return [];
  const { content, contentPath } = one.template;
  const value = placed
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, change) => text.slice(0, change.start) + change.text + text.slice(change.end), content);
  return [{ name, title, edits: [{ path: contentPath, value }] }];
}

function overlap(ranges: readonly OffsetRange[]): boolean {
  let end = 0;
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    if (range.start < end) return true;
    end = range.end;
  }
  return false;
}
