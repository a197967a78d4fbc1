import type { editor } from "monaco-editor/editor.js";
import { BASE_VERSION, type BufferHistory } from "../document/plain-buffer.js";
import type { Joining, TextBuffer } from "../document/text-buffer.js";
import { editBetween, type TextEdit } from "../document/text-edits.js";
import type { Monaco } from "./monaco.js";

export const DOCUMENT_URI = "inmemory://lookinglass/spec.yaml";

/** Brackets in YAML are mostly text. */
const PLAIN_BRACKETS = { enabled: false, independentColorPoolPerBracketType: false };

/** The document in a Monaco model, with the undo stack that it had before; forms and typing share it from now on. */
export function monacoBuffer(monaco: Monaco, history: BufferHistory): TextBuffer {
  const uri = monaco.Uri.parse(DOCUMENT_URI);
  monaco.editor.getModel(uri)?.dispose();
  const model = monaco.editor.createModel(history.base, "yaml", uri);
  model.updateOptions({ bracketColorizationOptions: PLAIN_BRACKETS });
  const versions = replay(monaco, model, history);
  for (let undone = history.done; undone < history.steps.length; undone = undoneAfter(history, undone)) {
    model.undo();
  }
  return {
    text: () => model.getValue(),
    apply: (edits, joining) => step(model, joining, () => push(model, edits)),
    replace: (text) => replace(monaco, model, text, "alone"),
    undo: () => void model.undo(),
    redo: () => void model.redo(),
    version: () => versions(model.getAlternativeVersionId()),
    canUndo: () => model.canUndo(),
    canRedo: () => model.canRedo(),
    onChange(listener) {
      model.onDidChangeContent(({ isUndoing, isRedoing, changes }) =>
        listener({ stepped: isUndoing || isRedoing, edits: changes.map(textEdit) }),
      );
    },
  };
}

function textEdit({ rangeOffset, rangeLength, text }: editor.IModelContentChange): TextEdit {
  return { start: rangeOffset, end: rangeOffset + rangeLength, newText: text };
}

/**
 * Makes the steps of a history in the model.
 *
 * @returns what the model's version ids are as versions of the document: those that it had, and higher ones
 */
function replay(monaco: Monaco, model: editor.ITextModel, { steps }: BufferHistory) {
  const known = new Map([[model.getAlternativeVersionId(), BASE_VERSION]]);
  for (const { text, version, merged } of steps) {
    replace(monaco, model, text, merged ? "next" : "first");
    known.set(model.getAlternativeVersionId(), version);
  }
  const newest = Math.max(BASE_VERSION, ...steps.map(({ version }) => version));
  return (id: number) => known.get(id) ?? newest + id;
}

/** Merged steps are undone with the one that they belong to. */
function undoneAfter({ steps }: BufferHistory, undone: number): number {
  let next = undone + 1;
  while (steps[next]?.merged) next++;
  return next;
}

function step(model: editor.ITextModel, joining: Joining, change: () => void): void {
  if (joining !== "next") model.pushStackElement();
  change();
  // Else what is typed next would become part of the step.
  if (joining === "alone") model.pushStackElement();
}

function push(model: editor.ITextModel, edits: readonly TextEdit[]): void {
  const operations = edits.map(({ start, end, newText }) => {
    const from = model.getPositionAt(start);
    const to = model.getPositionAt(end);
    return {
      range: {
        startLineNumber: from.lineNumber,
        startColumn: from.column,
        endLineNumber: to.lineNumber,
        endColumn: to.column,
      },
      text: newText,
      forceMoveMarkers: true,
    };
  });
  model.pushEditOperations(null, operations, () => null);
}

function replace(monaco: Monaco, model: editor.ITextModel, text: string, joining: Joining): void {
  const { CRLF, LF } = monaco.editor.EndOfLineSequence;
  step(model, joining, () => {
    const crlf = text.includes("\r\n");
    if (text.includes("\n") && crlf !== (model.getEOL() === "\r\n")) model.pushEOL(crlf ? CRLF : LF);
    push(model, [editBetween(model.getValue(), text)]);
  });
}
