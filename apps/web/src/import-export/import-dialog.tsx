import { FileUp } from "lucide-react";
import { type ClipboardEvent, type FormEvent, useRef, useState } from "react";
import { PASTED } from "../document/document-store.js";
import { Button } from "../ui/button.js";
import { Modal } from "../ui/dialog.js";
import { MONO_INPUT } from "../ui/fields.js";
import { useImport } from "./use-import.js";

interface ImportDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Opens a spec by paste or from a file. */
export default function ImportDialog({ open, onClose }: ImportDialogProps) {
  return (
    <Modal
      open={open}
      onClose={onClose}
      wide
      title="Import a cluster spec"
      description="YAML or JSON, one document or several. It stays in your browser. You can also drop files anywhere on the page: they become documents of one text."
    >
      <ImportForm onDone={onClose} />
    </Modal>
  );
}

function ImportForm({ onDone }: { readonly onDone: () => void }) {
  const [text, setText] = useState("");
  const fileInput = useRef<HTMLInputElement>(null);
  const importer = useImport();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    importer.text(text, PASTED.name);
  };
  const choose = async (files: FileList | null) => {
    if (!files || files.length === 0) return;
    const opened = await importer.files({ files: [...files], folders: [] });
    if (!opened) onDone();
  };
  const paste = (event: ClipboardEvent) => {
    const { files } = event.clipboardData;
    if (files.length === 0) return;
    event.preventDefault();
    void choose(files);
  };
  return (
    <form onSubmit={submit} className="space-y-3">
      <textarea
        aria-label="Spec to import"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={paste}
        placeholder={"kind: Cluster\nmetadata:\n  name: …"}
        spellCheck={false}
        className={`${MONO_INPUT} h-64 w-full resize-y py-2 leading-5 whitespace-pre`}
      />
      <div className="flex justify-between gap-2">
        <Button icon={FileUp} onClick={() => fileInput.current?.click()}>
          Choose files
        </Button>
        <input
          ref={fileInput}
          type="file"
          multiple
          aria-label="Files to import"
          accept=".yaml,.yml,.json,text/*,application/yaml,application/json"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => choose(event.target.files)}
        />
        <Button type="submit" look="primary" disabled={text.trim() === ""}>
          Open
        </Button>
      </div>
    </form>
  );
}
