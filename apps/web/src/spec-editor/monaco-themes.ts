import type { editor } from "monaco-editor/editor.js";

/** Monaco takes no CSS variables: these are the values of styles/tokens.css. */
const light: editor.IStandaloneThemeData = {
  base: "vs",
  inherit: true,
  rules: [
    { token: "", foreground: "15181e" },
    { token: "type.yaml", foreground: "1f3f78" },
    { token: "string.yaml", foreground: "0d6a3f" },
    { token: "comment.yaml", foreground: "5f6775" },
    { token: "number.yaml", foreground: "9a3412" },
    { token: "keyword.yaml", foreground: "9a3412" },
  ],
  colors: {
    "editor.background": "#ffffff",
    "editorLineNumber.foreground": "#5f6775",
    "editorLineNumber.activeForeground": "#15181e",
    "editor.lineHighlightBackground": "#f7f8fa",
    "editor.lineHighlightBorder": "#00000000",
    // Every token keeps 4.5:1 on these.
    "editor.selectionBackground": "#dbe8fc",
    "editor.inactiveSelectionBackground": "#e8effa",
    "editor.wordHighlightBackground": "#e8effa",
    "editor.findMatchBackground": "#ffe1a3",
    "editor.findMatchHighlightBackground": "#fff1d1",
    "editor.rangeHighlightBackground": "#fff8e8",
    "editorIndentGuide.background1": "#e1e4e9",
    "editorWidget.background": "#ffffff",
    "editorWidget.border": "#e1e4e9",
    focusBorder: "#1f5fd0",
    "editorWarning.foreground": "#c47a00",
    "editorError.foreground": "#b1221a",
    "editorInfo.foreground": "#3b5573",
  },
};

const dark: editor.IStandaloneThemeData = {
  base: "vs-dark",
  inherit: true,
  rules: [
    { token: "", foreground: "e9ebef" },
    { token: "type.yaml", foreground: "9cc2ff" },
    { token: "string.yaml", foreground: "8fd6a5" },
    { token: "comment.yaml", foreground: "8d95a3" },
    { token: "number.yaml", foreground: "ffb086" },
    { token: "keyword.yaml", foreground: "ffb086" },
  ],
  colors: {
    "editor.background": "#14171c",
    "editorLineNumber.foreground": "#929aa8",
    "editorLineNumber.activeForeground": "#e9ebef",
    "editor.lineHighlightBackground": "#1a1e24",
    "editor.lineHighlightBorder": "#00000000",
    "editor.selectionBackground": "#1f2b42",
    "editor.inactiveSelectionBackground": "#1b2433",
    "editor.wordHighlightBackground": "#1b2433",
    "editor.findMatchBackground": "#382b0f",
    "editor.findMatchHighlightBackground": "#2b230f",
    "editor.rangeHighlightBackground": "#201c12",
    "editorIndentGuide.background1": "#262b34",
    "editorWidget.background": "#14171c",
    "editorWidget.border": "#262b34",
    focusBorder: "#79a8ff",
    "editorWarning.foreground": "#f0b85a",
    "editorError.foreground": "#ff9489",
    "editorInfo.foreground": "#9dbbdc",
  },
};

export const LIGHT_THEME = "lookinglass-light";
export const DARK_THEME = "lookinglass-dark";

export function defineThemes(monaco: { readonly editor: Pick<typeof editor, "defineTheme"> }): void {
  monaco.editor.defineTheme(LIGHT_THEME, light);
  monaco.editor.defineTheme(DARK_THEME, dark);
}
