import type { Diagnostic, LineOrigin, TextPosition, TextRange } from "@lookinglass/designer";

/** For each line the problems that lie where it was written, in the role whose file it is. */
export function lineProblems(
  lines: readonly LineOrigin[],
  diagnostics: readonly Diagnostic[],
  role: string,
): (readonly Diagnostic[])[] {
  const ofRole = diagnostics.filter(({ roles }) => !roles || roles.includes(role));
  return lines.map(({ range }) => (range ? ofRole.filter((each) => begins(each.range, range)) : []));
}

/** A problem of several lines is shown at its first. */
function begins({ start }: TextRange, within: TextRange): boolean {
  return isBefore(within.start, start) && isBefore(start, within.end);
}

function isBefore(a: TextPosition, b: TextPosition): boolean {
  return a.line < b.line || (a.line === b.line && a.column <= b.column);
}
