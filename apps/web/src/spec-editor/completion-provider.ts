import type { Completion } from "@lookinglass/designer";
import type { editor, languages } from "monaco-editor/editor.js";
import type { Monaco } from "./monaco.js";

/** What may be written at an offset of a text. */
export type Complete = (text: string, offset: number) => Promise<readonly Completion[]>;

/** Offers completions in YAML; gives a function that takes the offer back. */
export function registerCompletions(monaco: Monaco, complete: Complete): () => void {
  const provider = monaco.languages.registerCompletionItemProvider("yaml", {
    triggerCharacters: [".", "/", "'", "["],
    async provideCompletionItems(model, position, _context, token) {
      const offset = model.getOffsetAt(position);
      const completions = await complete(model.getValue(), offset);
      if (token.isCancellationRequested || model.isDisposed()) return { suggestions: [] };
      return { suggestions: completions.map((each, index) => suggestion(monaco, model, offset, each, index)) };
    },
  });
  return () => provider.dispose();
}

function suggestion(
  monaco: Monaco,
  model: editor.ITextModel,
  offset: number,
  completion: Completion,
  index: number,
): languages.CompletionItem {
  const { label, kind, insertText, replace, detail, documentation } = completion;
  const [start, end, cursor] = [replace.start, replace.end, offset].map((at) => model.getPositionAt(at));
  const typed = model.getValue().slice(replace.start, offset);
  return {
    label,
    kind: kindOf(monaco, kind),
    insertText,
    detail,
    ...(documentation !== undefined && { documentation: { value: documentation } }),
    // Monaco compares what is typed, an opening quote or a dash included, with this.
    filterText: `${/^\W*/.exec(typed)?.[0] ?? ""}${label}`,
    sortText: String(index).padStart(4, "0"),
    range: {
      insert: monaco.Range.fromPositions(start ?? position0(monaco), cursor),
      replace: monaco.Range.fromPositions(start ?? position0(monaco), end),
    },
    // The text has the indentation that it needs.
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.KeepWhitespace,
    ...(/[ .]$/.test(insertText) && { command: { id: "editor.action.triggerSuggest", title: "Suggest" } }),
  };
}
