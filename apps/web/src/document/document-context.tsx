import type { Settings } from "@lookinglass/designer";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { useEngine } from "../engine/engine-context.js";
import { createDocumentStore, type DocumentSnapshot, type DocumentStore } from "./document-store.js";
import { readDraft, writeDraft } from "./draft.js";
import { createEditQueue, type EditOutcome, type QueuedEdit } from "./edit-queue.js";
import { firstExample } from "./examples.js";
import { initialDocument } from "./initial-document.js";
import type { DocumentOrigin } from "./origin.js";

export interface OpenedDocument {
  readonly text: string;
  readonly origin: DocumentOrigin;
  /** Left out: the settings in force stay. */
  readonly settings?: Settings;
}

interface DocumentContextValue {
  readonly store: DocumentStore;
  readonly origin: DocumentOrigin;
  /** The text as it was opened. */
  readonly baseline: string;
  readonly settings: Settings;
  readonly changeSettings: (settings: Settings) => void;
  /** Opens another document in place of this one; undo brings this one's text back. */
  readonly open: (document: OpenedDocument) => void;
  readonly edit: (edit: QueuedEdit) => Promise<EditOutcome>;
}

const DocumentContext = createContext<DocumentContextValue | null>(null);

export function useDocument(): DocumentContextValue {
  const value = useContext(DocumentContext);
  if (!value) throw new Error("useDocument needs a DocumentProvider above it");
  return value;
}

export function useSnapshot(store: DocumentStore): DocumentSnapshot {
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

export function DocumentProvider({ children }: { readonly children: ReactNode }) {
  const engine = useEngine();
  const [initial] = useState(() => initialDocument(readDraft(localStorage), firstExample));
  const [store] = useState(() => createDocumentStore(initial.text));
  const [edit] = useState(() => createEditQueue(store, engine.planEdits));
  const [opened, setOpened] = useState({ origin: initial.origin, baseline: initial.baseline });
  const [settings, changeSettings] = useState(initial.settings);
  const open = useCallback(
    (document: OpenedDocument) => {
      store.replace(document.text);
      setOpened({ origin: document.origin, baseline: document.text });
      if (document.settings) changeSettings(document.settings);
    },
    [store],
  );
  useDraftKeeping(store, opened, settings);
  const value = useMemo(
    () => ({ store, ...opened, settings, changeSettings, open, edit }),
    [store, opened, settings, open, edit],
  );
  return <DocumentContext value={value}>{children}</DocumentContext>;
}

const KEEP_AFTER_MS = 250;

/** Writes the draft shortly after each change, and at once when the page goes away. */
function useDraftKeeping(
  store: DocumentStore,
  opened: { readonly origin: DocumentOrigin; readonly baseline: string },
  settings: Settings,
) {
  const { text } = useSnapshot(store);
  useEffect(() => {
    const keep = () => writeDraft(localStorage, { text, ...opened, settings });
    const timer = setTimeout(keep, KEEP_AFTER_MS);
    window.addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", keep);
    };
  }, [text, opened, settings]);
}
