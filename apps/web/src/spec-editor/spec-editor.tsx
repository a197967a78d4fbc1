import type { Diagnostic, TextRange } from "@lookinglass/designer";
import { Editor } from "@monaco-editor/react";
import type { editor } from "monaco-editor/editor.js";
import { useEffect, useState } from "react";
import { useDocument } from "../document/document-context.js";
import type { DocumentStore } from "../document/document-store.js";
import { useEngine } from "../engine/engine-context.js";
import type { OnFix } from "../engine/offered-fix.js";
import { useMedia } from "../shell/use-media.js";
import { registerCompletions } from "./completion-provider.js";
import { registerHovers } from "./hover-provider.js";
import { markersOf, rangeOf } from "./markers.js";
import { monaco } from "./monaco.js";
import { DOCUMENT_URI, monacoBuffer } from "./monaco-buffer.js";
import { DARK_THEME, LIGHT_THEME } from "./monaco-themes.js";
import { registerQuickFixes } from "./quick-fixes.js";

/** A wish to see a place in the editor; a new object for each wish. */
export interface RevealRequest {
  readonly range: TextRange;
}

export interface SpecEditorProps {
  readonly store: DocumentStore;
  /** One for each place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text that the diagnostics are about. */
  readonly diagnosedText: string | null;
  readonly dark: boolean;
  readonly reveal: RevealRequest | null;
  readonly onRevealed: () => void;
  readonly onFix: OnFix;
}

/** The document in Monaco. */
export default function SpecEditor(props: SpecEditorProps) {
  const { store, dark } = props;
  const ready = useHandOver(store);
  const [instance, setInstance] = useState<editor.IStandaloneCodeEditor | null>(null);
  const theme = useThemeName(dark);
  useTheme(instance, theme);
  useMarkers(props);
  useReveal(instance, props);
  useQuickFixes(props);
  useAssistance();
  const onMount = (created: editor.IStandaloneCodeEditor) => {
    setInstance(created);
    // What is typed here is no part of what was typed in a form before.
    created.onDidFocusEditorText(() => created.pushUndoStop());
    // Monaco measures the font once, perhaps before it has loaded.
    void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
  };
  if (!ready) return null;
  return (
    <Editor
      path={DOCUMENT_URI}
      keepCurrentModel
      theme={theme}
      options={OPTIONS}
      onMount={onMount}
      loading={null}
    />
  );
}

/** True once the document is in the model that the editor finds by its URI. */
function useHandOver(store: DocumentStore): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    store.handOver((history) => monacoBuffer(monaco, history));
    setReady(true);
  }, [store]);
  return ready;
}

/** In forced colours the one of Monaco's contrast themes that is like the system's. */
function useThemeName(dark: boolean): string {
  const forced = useMedia("(forced-colors: active)");
  const isSystemDark = useMedia("(prefers-color-scheme: dark)");
  if (forced) return isSystemDark ? "hc-black" : "hc-light";
  return dark ? DARK_THEME : LIGHT_THEME;
}

/** The component that makes the editor misses a change that comes while it is about to show it. */
function useTheme(instance: editor.IStandaloneCodeEditor | null, theme: string) {
  useEffect(() => {
    if (instance) monaco.editor.setTheme(theme);
  }, [instance, theme]);
}

function useMarkers({ diagnostics, diagnosedText }: SpecEditorProps) {
  useEffect(() => {
    const model = monaco.editor.getModel(monaco.Uri.parse(DOCUMENT_URI));
    // Markers of an older text move along with the text until those of this one are there.
    if (!model || model.getValue() !== diagnosedText) return;
    monaco.editor.setModelMarkers(model, "lookinglass", markersOf(diagnostics));
  }, [diagnostics, diagnosedText]);
}

function useReveal(
  instance: editor.IStandaloneCodeEditor | null,
  { reveal, onRevealed }: Pick<SpecEditorProps, "reveal" | "onRevealed">,
) {
  useEffect(() => {
    if (!instance || !reveal) return;
    const range = rangeOf(reveal.range);
    instance.setSelection(range);
    instance.revealRangeInCenter(range);
    instance.getDomNode()?.scrollIntoView({ block: "nearest" });
    instance.focus();
    onRevealed();
  }, [instance, reveal, onRevealed]);
}

function useQuickFixes({ diagnostics, onFix }: SpecEditorProps) {
  useEffect(() => registerQuickFixes(monaco, diagnostics, onFix), [diagnostics, onFix]);
}

/** Completion and hover, which the engine works out in its worker. */
function useAssistance() {
  const engine = useEngine();
  const { settings } = useDocument();
  useEffect(() => {
    const takeBack = [
      registerCompletions(monaco, (text, offset) => engine.completeAt(text, offset, settings)),
      registerHovers(monaco, (text, offset) => engine.hoverAt(text, offset, settings)),
    ];
    return () => {
      for (const each of takeBack) each();
    };
  }, [engine, settings]);
}

const OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  ariaLabel: "Cluster spec, YAML. Press Control+M to let Tab leave the editor.",
  automaticLayout: true,
  fontFamily: '"IBM Plex Mono", ui-monospace, Menlo, Consolas, monospace',
  fontSize: 12.5,
  lineHeight: 20,
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 10,
  padding: { top: 8, bottom: 8 },
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  fixedOverflowWidgets: true,
  // The browser's own menu: Monaco's has roles that screen readers cannot follow.
  contextmenu: false,
  quickSuggestions: { other: true, comments: false, strings: true },
  acceptSuggestionOnEnter: "smart",
  wordBasedSuggestions: "off",
  bracketPairColorization: { enabled: false },
  unusualLineTerminators: "off",
  stickyScroll: { enabled: false },
  renderLineHighlight: "line",
  renderFinalNewline: "on",
  overviewRulerBorder: false,
  scrollbar: {
    useShadows: false,
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
    // At its end the page scrolls on, where the page scrolls.
    alwaysConsumeMouseWheel: false,
  },
};
