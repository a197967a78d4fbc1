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
import type { LastStep } from "../ui/last-step.js";
import { useToast } from "../ui/toasts.js";
import { createDocumentStore, type DocumentSnapshot, type DocumentStore } from "./document-store.js";
import type { KeptDraft } from "./draft.js";
import { createEditQueue, type EditOutcome, type QueuedEdit } from "./edit-queue.js";
import { firstExample } from "./examples.js";
import { initialDocument } from "./initial-document.js";
import type { DocumentOrigin } from "./origin.js";
import { recentDrafts, setAside } from "./recent-drafts.js";
import { beginTab } from "./tab-draft.js";
import { type DraftKeeping, useDraftKeeping } from "./use-draft-keeping.js";

export interface OpenedDocument {
  readonly text: string;
  readonly origin: DocumentOrigin;
  /** Left out: the settings in force stay. */
  readonly settings?: Settings;
  /** The text as it was first opened, when it has been edited since; left out: the text. */
  readonly baseline?: string;
}

interface DocumentContextValue {
  readonly store: DocumentStore;
  readonly origin: DocumentOrigin;
  /** The text as it was opened. */
  readonly baseline: string;
  readonly settings: Settings;
  readonly changeSettings: (settings: Settings) => LastStep;
  /** Opens another document in place of this one: undo brings this one back, and the shelf has it. */
  readonly open: (document: OpenedDocument) => LastStep;
  readonly edit: (edit: QueuedEdit) => Promise<EditOutcome>;
  readonly keeping: DraftKeeping;
  /** What other tabs and earlier documents left on the shelf, newest first. */
  readonly recent: () => readonly KeptDraft[];
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

/** Of the document's undos, redos and replacements: who asks for it alone is not drawn anew at every key. */
export function useEpoch(): number {
  const { store } = useDocument();
  return useSyncExternalStore(store.subscribe, () => store.snapshot().epoch);
}

export function DocumentProvider({ children }: { readonly children: ReactNode }) {
  const engine = useEngine();
  const [begun] = useState(() => beginTab(localStorage, sessionStorage));
  const [initial] = useState(() => initialDocument(begun.draft, firstExample));
  const [store] = useState(() => createDocumentStore(initial));
  const [edit] = useState(() => createEditQueue(store, engine.planEdits));
  const opened = useSyncExternalStore(store.subscribe, () => store.snapshot().opened);
  const keeping = useDraftKeeping(begun, store);
  const ownId = keeping.id;
  const open = useCallback(
    (document: OpenedDocument) => {
      const { settings } = store.snapshot().opened;
      return store.open({ baseline: document.text, settings, ...document });
    },
    [store],
  );
  const toast = useToast();
  useEffect(() => {
    return store.onReplaced((replaced, pasted) => {
      setAside(localStorage, ownId, replaced, Date.now());
      if (pasted) toast("Opened pasted text.", pasted);
    });
  }, [store, ownId, toast]);
  const recent = useCallback(() => recentDrafts(localStorage, ownId, store.snapshot().text), [store, ownId]);
  const value = useMemo(
    () => ({ store, ...opened, changeSettings: store.changeSettings, open, edit, keeping, recent }),
    [store, opened, open, edit, keeping, recent],
  );
  return <DocumentContext value={value}>{children}</DocumentContext>;
}
