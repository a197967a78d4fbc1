import { useMutation } from "@tanstack/react-query";
import { useCallback } from "react";
import { useDocument } from "../document/document-context.js";
import { editableText } from "../document/line-endings.js";
import type { Engine } from "../engine/engine.js";
import { useEngine } from "../engine/engine-context.js";
import { useView } from "../shell/use-view.js";
import { useToast } from "../ui/toasts.js";
import { listed, shortName } from "./listed.js";
import { type FileText, readTextFile } from "./read-file.js";

/** What was chosen or dropped at once. */
export interface GivenFiles {
  readonly files: readonly File[];
  /** The names of what are folders for certain. */
  readonly folders: readonly string[];
}

interface Import {
  readonly text: (text: string, name: string) => void;
  /** False when no file could be opened; the user is told why. */
  readonly files: (given: GivenFiles) => Promise<boolean>;
}

/** As many are looked at. */
const MOST_FILES = 20;
/** With their reasons. */
const MOST_REFUSED = 3;

/** Opens texts and files in place of the document; each can be undone. */
export function useImport(): Import {
  const { open } = useDocument();
  const engine = useEngine();
  const [, changeView] = useView();
  const toast = useToast();
  const importText = useCallback(
    (source: string, name: string, left: readonly string[] = []) => {
      const { text, changes } = editableText(source);
      // The URL first: it must not name an example that is no longer open.
      changeView({ example: null, role: null, file: null });
      const step = open({ text, origin: { kind: "import", name } });
      const said = [`Opened ${name}`, ...changes].join("; ");
      toast([`${said}.`, ...notOpened(left)].join(" "), step);
    },
    [open, changeView, toast],
  );
  const { mutateAsync: read } = useMutation({
    mutationFn: (given: GivenFiles) => readFiles(given, engine),
    networkMode: "always",
  });
  const importFiles = useCallback(
    async (given: GivenFiles) => {
      const { opened, left } = await read(given);
      if (opened) importText(opened.text, opened.name, left);
      else toast(`${listed(left, MOST_REFUSED)}.`);
      return opened !== null;
    },
    [importText, read, toast],
  );
  return { text: importText, files: importFiles };
}

function notOpened(left: readonly string[]): readonly string[] {
  return left.length === 0 ? [] : [`Not opened: ${listed(left, MOST_REFUSED)}.`];
}

/** One text of all that can be opened together, and why the rest is not in it. */
async function readFiles({ files, folders }: GivenFiles, engine: Engine) {
  const contents = await Promise.all(files.slice(0, MOST_FILES).map(readTextFile));
  const texts = contents.filter((content) => content.ok);
  const refused = [
    ...contents.filter(isRefused).map(({ reason }) => reason),
    ...folders.map((name) => `${shortName(name)} is a folder: open the files in it`),
    ...files
      .slice(MOST_FILES)
      .map(({ name }) => `${shortName(name)} is one of more than ${MOST_FILES} files`),
  ];
  const [only] = texts;
  if (!only) return { opened: null, left: refused };
  if (texts.length === 1) return { opened: only, left: refused };
  const { left, ...opened } = await engine.joinFiles(texts);
  return { opened, left: [...left, ...refused] };
}

function isRefused(content: FileText): content is Exclude<FileText, { readonly ok: true }> {
  return !content.ok;
}
