import { useMutation } from "@tanstack/react-query";
import { useCallback } from "react";
import { useDocument } from "../document/document-context.js";
import { editableText } from "../document/line-endings.js";
import { useView } from "../shell/use-view.js";
import { useToast } from "../ui/toasts.js";
import { readTextFile } from "./read-file.js";

interface Import {
  readonly text: (text: string, name: string) => void;
  /** False when the file could not be opened; the user is told why. */
  readonly file: (file: File) => Promise<boolean>;
}

/** Opens texts and files in place of the document; each can be undone. */
export function useImport(): Import {
  const { store, open } = useDocument();
  const [, changeView] = useView();
  const toast = useToast();
  const importText = useCallback(
    (source: string, name: string) => {
      const { text, changes } = editableText(source);
      // The URL first: it must not name an example that is no longer open.
      changeView({ example: null, role: null, file: null });
      open({ text, origin: { kind: "import", name } });
      const said = [`Opened ${name}`, ...changes].join("; ");
      toast(`${said}.`, { title: "Undo", run: () => store.undo() });
    },
    [store, open, changeView, toast],
  );
  const { mutateAsync: read } = useMutation({ mutationFn: readTextFile, networkMode: "always" });
  const importFile = useCallback(
    async (file: File) => {
      const content = await read(file);
      if (content.ok) importText(content.text, content.name);
      else toast(content.reason);
      return content.ok;
    },
    [importText, read, toast],
  );
  return { text: importText, file: importFile };
}
