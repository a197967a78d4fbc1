import type { FileFinding } from "@lookinglass/designer";
import { Trash2 } from "lucide-react";
import { useId, useRef } from "react";
import { IconButton } from "../ui/button.js";
import { MONO_INPUT } from "../ui/fields.js";
import { SeverityIcon } from "../ui/notice.js";
import type { NodeFileText } from "./node-files.js";

interface FileCardProps {
  readonly file: NodeFileText;
  readonly problem: string | null;
  readonly findings: readonly FileFinding[];
  /** Is it the one that containerd reads for the image? Null: there is no answer. */
  readonly isRead: boolean | null;
  readonly onChange: (file: NodeFileText) => void;
  readonly onRemove: () => void;
}

/** One file: where it is, what is in it, and what is odd about it. */
export function FileCard({ file, problem, findings, isRead, onChange, onRemove }: FileCardProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const reveal = ({ range }: FileFinding) => {
    area.current?.focus();
    area.current?.setSelectionRange(offsetOf(file.text, range.start), offsetOf(file.text, range.end));
  };
  return (
    <li className="rounded-md border border-line bg-surface">
      <div className="flex items-center gap-2 border-b border-line py-1.5 pr-1.5 pl-3">
        <label htmlFor={id} className="text-xs text-ink-3">
          certs.d/
        </label>
        <input
          id={id}
          value={file.path}
          onChange={(event) => onChange({ ...file, path: event.target.value })}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem`}
          placeholder="docker.io/hosts.toml"
          spellCheck={false}
          autoComplete="off"
          className={`${MONO_INPUT} flex-1`}
        />
        {isRead !== null && problem === null && <ReadNote isRead={isRead} />}
        <IconButton small icon={Trash2} label={`Remove ${file.path}`} onClick={onRemove} />
      </div>
      <p id={`${id}-problem`} className="px-3 pt-1 text-xs text-error empty:hidden">
        {problem}
      </p>
      <textarea
        ref={area}
        aria-label={`Content of ${file.path}`}
        value={file.text}
        onChange={(event) => onChange({ ...file, text: event.target.value })}
        rows={rowsFor(file.text)}
        wrap="off"
        spellCheck={false}
        className="block w-full resize-y bg-transparent px-3 py-2 font-mono text-xs leading-5 -outline-offset-2"
      />
      {findings.length > 0 && (
        <ul aria-label={`Findings in ${file.path}`} className="border-t border-line py-1">
          {findings.map((finding, index) => (
            <li key={index}>
              <button
                type="button"
                onClick={() => reveal(finding)}
                className="flex w-full items-start gap-2 px-3 py-1 text-left -outline-offset-2 hover:bg-hover"
              >
                <SeverityIcon severity={finding.severity} className="mt-px" />
                <span className="min-w-0 flex-1 break-words">
                  {finding.message}{" "}
                  <span className="ml-1 text-xs whitespace-nowrap text-ink-3">
                    line {finding.range.start.line} · {finding.code}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function ReadNote({ isRead }: { readonly isRead: boolean }) {
  return (
    <span
      className={isRead ? "text-xs font-medium whitespace-nowrap" : "text-xs whitespace-nowrap text-ink-3"}
    >
      {isRead ? "read" : "not read"}
    </span>
  );
}

const ROWS = { least: 3, most: 16 };

function rowsFor(text: string): number {
  return Math.min(ROWS.most, Math.max(ROWS.least, text.split("\n").length));
}

function offsetOf(text: string, { line, column }: FileFinding["range"]["start"]): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, column - 1);
}
