import { useId, useState } from "react";
import { Button } from "../ui/button.js";
import { CopyButton } from "../ui/copy-button.js";
import { MONO_INPUT } from "../ui/fields.js";
import { type NodeFileText, splitTail, TAIL_COMMAND } from "./node-files.js";

interface PasteBoxProps {
  readonly onFiles: (files: readonly Pick<NodeFileText, "path" | "text">[]) => void;
}

/** Takes the output of one command for all files of a node, or the text of a single file. */
export function PasteBox({ onFiles }: PasteBoxProps) {
  const id = useId();
  const [text, setText] = useState("");
  const take = (next: string) => {
    const files = splitTail(next);
    if (files.length > 0) onFiles(files);
    setText(files.length > 0 ? "" : next);
  };
  const addAsOne = () => {
    onFiles([{ path: "_default/hosts.toml", text }]);
    setText("");
  };
  return (
    <section aria-labelledby={`${id}-title`} className="rounded-md border border-line bg-surface p-3">
      <h3 id={`${id}-title`} className="font-semibold">
        Paste a node's files
      </h3>
      <p className="mt-0.5 text-xs text-ink-2">Run this on the node and paste what it prints:</p>
      <div className="mt-1.5 flex items-start gap-1 rounded-md border border-line bg-sunken py-1 pr-1 pl-2.5">
        <code className="min-w-0 flex-1 py-1 font-mono text-xs wrap-anywhere">{TAIL_COMMAND}</code>
        <CopyButton label="Copy the command" text={TAIL_COMMAND} />
      </div>
      <textarea
        aria-label="Output of the command, or one hosts.toml"
        value={text}
        onChange={(event) => take(event.target.value)}
        placeholder={
          '==> /etc/containerd/certs.d/_default/hosts.toml <==\n[host."https://mirror.example.com"]'
        }
        rows={3}
        spellCheck={false}
        className={`${MONO_INPUT} mt-1.5 block h-auto w-full py-2 leading-5`}
      />
      {text.trim() !== "" && (
        <Button small className="mt-1.5" onClick={addAsOne}>
          Add as _default/hosts.toml
        </Button>
      )}
    </section>
  );
}
