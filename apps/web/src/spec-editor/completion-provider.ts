import type { Completion } from "@lookinglass/designer";
import type { editor, languages } from "monaco-editor/editor.js";
import { modelRange } from "./model-range.js";
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
      return {
        suggestions: completions.map((each, index) => suggestion(monaco, model, offset, each, index)),
      };
    },
  });
  return () => provider.dispose();
}

function suggestion(
  monaco: Monaco,
  model: editor.ITextModel,
  offset: number,
  { label, kind, insertText, replace, detail, documentation }: Completion,
  index: number,
): languages.CompletionItem {
  const typed = model.getValue().slice(replace.start, offset);
  const openQuote = /^["']/.exec(typed)?.[0] ?? "";
  return {
    label,
    kind: monaco.languages.CompletionItemKind[KINDS[kind]],
    insertText,
    // The text has the indentation that it needs.
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.KeepWhitespace,
    range: {
      insert: modelRange(model, { start: replace.start, end: offset }),
      replace: modelRange(model, replace),
    },
    detail,
    ...(documentation !== undefined && { documentation: { value: documentation } }),
    // Monaco compares this with what is typed, and would sort by name.
    filterText: openQuote + label,
    sortText: String(index).padStart(4, "0"),
    // A key wants its value next.
    ...(insertText.endsWith(" ") && { command: { id: "editor.action.triggerSuggest", title: "Suggest" } }),
  };
}

const KINDS = {
  key: "Property",
  value: "Value",
  "chart-value": "Field",
  path: "File",
  "config-field": "Variable",
  function: "Function",
  snippet: "Snippet",
} as const;
