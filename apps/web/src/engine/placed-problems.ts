import { atEveryPlace, type Diagnostic } from "@lookinglass/designer";

const placed = new WeakMap<readonly Diagnostic[], readonly Diagnostic[]>();

/** The problem of each place by itself, for what shows them at their places: the same list for the same diagnostics. */
export function placedProblems(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = placed.get(diagnostics) ?? atEveryPlace(diagnostics);
  placed.set(diagnostics, known);
  return known;
}
