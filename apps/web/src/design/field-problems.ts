import type { Diagnostic, SpecPath } from "@lookinglass/designer";

/** The diagnostics at a place of the spec, or within it. */
export function problemsAt(diagnostics: readonly Diagnostic[], path: SpecPath): readonly Diagnostic[] {
  return diagnostics.filter((diagnostic) => path.every((key, depth) => diagnostic.path[depth] === key));
}
