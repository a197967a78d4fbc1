import type { Diagnostic } from "./analysis.js";

/** The diagnostics with each of their places as a diagnostic of its own, as a marker in the text shows it. */
export function atEveryPlace(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.flatMap(({ places, ...diagnostic }) =>
    places ? places.map((place) => ({ ...diagnostic, ...place })) : [diagnostic],
  );
}
