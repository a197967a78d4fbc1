import type { Inspection } from "./inspection.js";

export interface ShownInspection {
  readonly inspection: Inspection;
  /** The text does not parse at the moment: this is of the last text that did. */
  readonly stale: boolean;
}

/**
 * What the preview and the forms show: the newest answer, or the last good one while the text does not parse. Null
 * while nobody knows whether the text parses.
 */
export function chooseShown(newest: Inspection, lastGood: Inspection | null): ShownInspection | null {
  if (newest.checked === null && newest.analysis.roles.length === 0) return null;
  const broken = isBroken(newest);
  return broken && lastGood ? { inspection: lastGood, stale: true } : { inspection: newest, stale: broken };
}

/** Half-typed: there is nothing to preview because the text does not parse. */
export function isBroken({ analysis, checked }: Inspection): boolean {
  const diagnostics = checked?.diagnostics ?? [];
  return analysis.roles.length === 0 && diagnostics.some(({ code }) => code === "spec/syntax");
}
