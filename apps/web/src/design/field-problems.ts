import type { Diagnostic, FormField, SpecPath, TextPosition, TextRange } from "@lookinglass/designer";

/** The diagnostics, one for each place of what holds at several, at a place of the spec, or within it. */
export function problemsAt(diagnostics: readonly Diagnostic[], path: SpecPath): readonly Diagnostic[] {
  return diagnostics.filter((diagnostic) => path.every((key, depth) => diagnostic.path[depth] === key));
}

/** The diagnostics at a place itself. */
export function problemsExactlyAt(diagnostics: readonly Diagnostic[], path: SpecPath): readonly Diagnostic[] {
  return problemsAt(diagnostics, path).filter((diagnostic) => diagnostic.path.length === path.length);
}

/** The diagnostics of the value that a field shows, whichever level writes it; none where nobody does. */
export function valueProblems(
  diagnostics: readonly Diagnostic[],
  { writtenPath, range }: Pick<FormField<unknown>, "writtenPath" | "range">,
): readonly Diagnostic[] {
  return writtenPath === null ? [] : problemsOf(diagnostics, { path: writtenPath, range });
}

export function isInvalid(problems: readonly Diagnostic[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

/** The diagnostics of a field's value; those of one inside a string of YAML are told apart by their range. */
export function problemsOf(
  diagnostics: readonly Diagnostic[],
  { path, range }: Pick<FormField<unknown>, "path" | "range">,
): readonly Diagnostic[] {
  const there = problemsAt(diagnostics, path);
  return range === null ? there : there.filter((diagnostic) => isWithin(diagnostic.range, range));
}

function isWithin(inner: TextRange, outer: TextRange): boolean {
  return isNotAfter(outer.start, inner.start) && isNotAfter(inner.end, outer.end);
}

function isNotAfter(one: TextPosition, other: TextPosition): boolean {
  return one.line < other.line || (one.line === other.line && one.column <= other.column);
}

/** The place of an item of a list: by its range where the list is inside a string of YAML. */
export function itemPlace(
  { writtenPath, path: own, range, itemRanges }: ListField,
  index: number,
): Pick<FormField<unknown>, "path" | "range"> {
  const path = writtenPath ?? own;
  return range === null ? { path: [...path, index], range } : { path, range: itemRanges[index] ?? range };
}

type ListField = Pick<FormField<unknown>, "path" | "range" | "writtenPath"> & {
  readonly itemRanges: readonly (TextRange | null)[];
};
