/** Monaco with what a YAML editor needs and nothing else, served by this origin. This module is its lazy chunk. */
import { loader } from "@monaco-editor/react";
import * as monaco from "monaco-editor/editor.js";
import "monaco-editor/features/bracketMatching/register.js";
import "monaco-editor/features/caretOperations/register.js";
import "monaco-editor/features/clipboard/register.js";
import "monaco-editor/features/codeAction/register.js";
import "monaco-editor/features/comment/register.js";
import "monaco-editor/features/cursorUndo/register.js";
import "monaco-editor/features/find/register.js";
import "monaco-editor/features/folding/register.js";
import "monaco-editor/features/gotoError/register.js";
import "monaco-editor/features/gotoLine/register.js";
import "monaco-editor/features/hover/register.js";
import "monaco-editor/features/indentation/register.js";
import "monaco-editor/features/lineSelection/register.js";
import "monaco-editor/features/linesOperations/register.js";
import "monaco-editor/features/multicursor/register.js";
import "monaco-editor/features/quickCommand/register.js";
import "monaco-editor/features/smartSelect/register.js";
import "monaco-editor/features/toggleTabFocusMode/register.js";
// "features/suggest" lacks the list itself.
import "monaco-editor/editor/contrib/suggest/browser/suggestController.js";
import "monaco-editor/features/tokenization/register.js";
import "monaco-editor/features/wordHighlighter/register.js";
import "monaco-editor/features/wordOperations/register.js";
import EditorWorker from "monaco-editor/editor/editor.worker.js?worker";
import * as yaml from "monaco-editor/languages/definitions/yaml/yaml.js";
import "./monaco.css";
import { defineThemes } from "./monaco-themes.js";

window.MonacoEnvironment = { getWorker: () => new EditorWorker({ name: "monaco" }) };
loader.config({ monaco });
defineThemes(monaco);
// Monaco's own registration loads these rules once a text has the language: a quote that was typed before would not be
// closed, and the one that closes it would come twice.
monaco.languages.register({ id: "yaml" });
monaco.languages.setLanguageConfiguration("yaml", yaml.conf);
monaco.languages.setMonarchTokensProvider("yaml", yaml.language);
// Monaco's own keys for it, Ctrl+K Ctrl+I, begin with those of the palette.
monaco.editor.addKeybindingRule({
  keybinding: monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyI,
  command: "editor.action.showHover",
  when: "editorTextFocus && !suggestWidgetVisible",
});

export type Monaco = typeof monaco;
export { monaco };
