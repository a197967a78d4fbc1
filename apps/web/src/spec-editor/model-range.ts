import type { editor, IRange } from "monaco-editor/editor.js";

/** A range of offsets as Monaco has it. */
export function modelRange(
  model: editor.ITextModel,
  { start, end }: { readonly start: number; readonly end: number },
): IRange {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(end);
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}
