import type { Diagnostic, TextRange } from "@lookinglass/designer";
import type { editor, IRange } from "monaco-editor/editor.js";

/** Monaco's numbers for severities (MarkerSeverity), which the page must know before Monaco has loaded. */
const SEVERITIES = { error: 8, warning: 4, info: 2 } as const;

export function markersOf(diagnostics: readonly Diagnostic[]): editor.IMarkerData[] {
  return diagnostics.map(({ code, severity, message, range }) => ({
    ...rangeOf(range),
    severity: SEVERITIES[severity],
    message,
    code,
    source: "Lookinglass",
  }));
}

export function rangeOf({ start, end }: TextRange): IRange {
  return {
    startLineNumber: start.line,
    startColumn: start.column,
    endLineNumber: end.line,
    endColumn: end.column,
  };
}
